/* From a protocol to a calendar in C: quickstart > plan.ics */
#include <stdio.h>

#include "rehab/rehab.h"

static int32_t write_to_file(void* file, const char* data, size_t size) { return fwrite(data, 1, size, file) != size; }

/* Everything that is wrong, with what to do about it. */
static void print_report(const rehab_report* report) {
  size_t i;
  for (i = 0; i < rehab_report_count(report); i++) {
    rehab_string text = {NULL, 0};
    if (rehab_report_render(report, i, rehab_text_of(""), &text)) continue;
    fputs(text.data, stderr);
    rehab_string_free(&text);
  }
}

int main(void) {
  rehab_catalog* catalog = NULL;
  rehab_case* person = NULL;
  rehab_plan* plan = NULL;
  rehab_report* report = NULL;
  rehab_intake intake = {.struct_size = sizeof intake};
  rehab_status status;
  intake.protocol = rehab_text_of("calf-strain");
  intake.severity = REHAB_MILD;
  intake.start = (rehab_date){2026, 12, 1};
  intake.zone = rehab_text_of("Europe/Berlin");

  status = rehab_catalog_builtin(NULL, &catalog, &report);
  if (!status) status = rehab_case_new(&intake, NULL, &person, &report);
  if (!status) status = rehab_plan_make(catalog, person, NULL, &plan, &report);
  if (!status) status = rehab_plan_export_to(plan, rehab_text_of("ics"), NULL, write_to_file, stdout, &report);

  if (status) fprintf(stderr, "no plan: %s\n", rehab_status_name(status));
  print_report(report);
  rehab_report_free(report);
  rehab_plan_free(plan);
  rehab_case_free(person);
  rehab_catalog_free(catalog);
  return status;
}
