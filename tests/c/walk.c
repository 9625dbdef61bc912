/* A program of C99 that asks the library for everything it knows, for every protocol and severity: what a host in C would do. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rehab/rehab.h"

static size_t asked = 0; /* values */

static void fail(const char* what, rehab_status status) {
  fprintf(stderr, "%s: %s\n", what, rehab_status_name(status));
  exit(1);
}

static void ok(const char* what, rehab_status status) {
  if (status != REHAB_OK) fail(what, status);
  asked++;
}

/* Borrowed texts are there, and end in a NUL that is not counted. */
static void sound(const char* what, rehab_text text) {
  if (!text.data || text.data[text.size] != '\0' || strlen(text.data) != text.size) fail(what, REHAB_BUG);
}

static void free_string(const char* what, rehab_string string) {
  if (!string.data || strlen(string.data) != string.size || string.size == 0) fail(what, REHAB_BUG);
  rehab_string_free(&string);
}

static void walk_dose(const rehab_plan* plan, size_t session, size_t index) {
  rehab_dose dose = {.struct_size = sizeof dose};
  rehab_exercise exercise = {.struct_size = sizeof exercise};
  size_t i;
  ok("dose", rehab_plan_dose(plan, session, index, &dose));
  sound("exercise", dose.exercise);
  sound("load", dose.load);
  sound("source", dose.reps.source);
  ok("exercise", rehab_plan_exercise(plan, session, index, &exercise));
  sound("setup", exercise.setup);
  for (i = 0; i < exercise.step_count; i++) {
    rehab_text step;
    ok("step", rehab_plan_step(plan, session, index, i, &step));
    sound("step", step);
  }
}

static void walk_session(const rehab_plan* plan, size_t index) {
  rehab_session session = {.struct_size = sizeof session};
  rehab_uuid id;
  size_t i;
  ok("session", rehab_plan_session(plan, index, &session));
  ok("id", rehab_plan_session_id(plan, index, &id));
  if (strlen(id.text) != 36) fail("id", REHAB_BUG);
  for (i = 0; i < session.workout_count; i++) {
    rehab_workout workout = {.struct_size = sizeof workout};
    ok("workout", rehab_plan_workout(plan, index, i, &workout));
    sound("workout", workout.title);
  }
  for (i = 0; i < session.dose_count; i++) walk_dose(plan, index, i);
}

static void walk_phase(const rehab_plan* plan, size_t index) {
  rehab_phase phase = {.struct_size = sizeof phase};
  size_t i;
  ok("phase", rehab_plan_phase(plan, index, &phase));
  sound("phase", phase.title);
  for (i = 0; i < phase.goal_count; i++) {
    rehab_text goal;
    ok("goal", rehab_plan_goal(plan, index, i, &goal));
    sound("goal", goal);
  }
}

static void walk_change(const rehab_plan* plan, size_t index) {
  rehab_change change = {.struct_size = sizeof change};
  rehab_string sentence;
  ok("change", rehab_plan_change(plan, index, &change));
  sound("rule", change.rule);
  ok("sentence", rehab_plan_change_sentence(plan, index, &sentence));
  free_string("sentence", sentence);
}

static int32_t count_octets(void* host, const char* data, size_t size) {
  (void)data;
  *(size_t*)host += size;
  return 0;
}

static void export_plan(const rehab_plan* plan) {
  size_t i;
  for (i = 0; i < rehab_format_count(); i++) {
    rehab_text name, media_type;
    size_t size = 0, written = 0, counted = 0;
    char* buffer;
    ok("format", rehab_format(i, &name, &media_type));
    sound("format", name);
    sound("media type", media_type);
    ok("size", rehab_plan_export(plan, name, NULL, NULL, 0, &size, NULL));
    buffer = malloc(size + 1);
    if (!buffer) fail("buffer", REHAB_OUT_OF_MEMORY);
    ok("export", rehab_plan_export(plan, name, NULL, buffer, size + 1, &written, NULL));
    ok("export", rehab_plan_export_to(plan, name, NULL, count_octets, &counted, NULL));
    if (written != size || counted != size || strlen(buffer) != size) fail("export", REHAB_BUG);
    free(buffer);
  }
}

static void show_pages(const rehab_plan* plan, rehab_date day) {
  int32_t page;
  for (page = REHAB_PAGE_TODAY; page <= REHAB_PAGE_PROGRESS; page++) {
    rehab_page_options options = {.struct_size = sizeof options};
    rehab_string text;
    options.date = day;
    ok("page", rehab_plan_page(plan, page, &options, &text));
    free_string("page", text);
    options.form = REHAB_AS_JSON;
    ok("page", rehab_plan_page(plan, page, &options, &text));
    free_string("page", text);
  }
}

static void walk_plan(const rehab_plan* plan) {
  rehab_plan_info info = {.struct_size = sizeof info};
  size_t i, first, count;
  ok("plan", rehab_plan_describe(plan, &info));
  sound("disclaimer", info.disclaimer);
  for (i = 0; i < info.phase_count; i++) walk_phase(plan, i);
  for (i = 0; i < info.session_count; i++) walk_session(plan, i);
  for (i = 0; i < info.change_count; i++) walk_change(plan, i);
  ok("all days", rehab_plan_sessions_between(plan, info.first_day, info.last_day, &first, &count));
  if (first != 0 || count != info.session_count) fail("all days", REHAB_BUG);
  export_plan(plan);
  show_pages(plan, info.first_day);
}

/* The plan, then the same after an evening that hurt, and what that changed. */
static void follow(const rehab_catalog* catalog, rehab_case* person) {
  rehab_plan *before = NULL, *after = NULL;
  rehab_plan_info info = {.struct_size = sizeof info};
  rehab_entry entry = {.struct_size = sizeof entry};
  rehab_string text;
  ok("plan", rehab_plan_make(catalog, person, NULL, &before, NULL));
  walk_plan(before);
  ok("plan", rehab_plan_describe(before, &info));
  entry.date = info.first_day;
  entry.slot = REHAB_BEDTIME;
  entry.done = REHAB_DONE_PART;
  entry.pain.stated = 1;
  entry.pain.value = 7;
  ok("entry", rehab_case_add(person, &entry, NULL));
  if (rehab_case_entry_count(person) != 1) fail("entry", REHAB_BUG);
  ok("plan", rehab_plan_make(catalog, person, NULL, &after, NULL));
  walk_plan(after);
  ok("what changed", rehab_plan_compare(before, after, NULL, &text));
  free_string("what changed", text);
  ok("pin", rehab_case_pin(person, catalog));
  ok("file", rehab_case_text(person, REHAB_TOML, &text));
  free_string("file", text);
  rehab_plan_free(before);
  rehab_plan_free(after);
}

static int plan_for(const rehab_catalog* catalog, const rehab_protocol* protocol, int32_t severity) {
  rehab_intake intake = {.struct_size = sizeof intake};
  rehab_case* person = NULL;
  if (!protocol->weeks[severity - 1].stated) return 0;
  intake.protocol = protocol->id;
  intake.severity = severity;
  intake.start.year = 2026;
  intake.start.month = 12;
  intake.start.day = 1;
  intake.zone = rehab_text_of("Europe/Berlin");
  if (protocol->clearance[severity - 1]) {
    intake.cleared_by = rehab_text_of("a practice");
    intake.cleared_on = intake.start;
  }
  ok("case", rehab_case_new(&intake, NULL, &person, NULL));
  follow(catalog, person);
  rehab_case_free(person);
  return 1;
}

int main(void) {
  rehab_catalog* catalog = NULL;
  size_t i, k;
  int32_t severity;
  int plans = 0;
  ok("catalog", rehab_catalog_builtin(NULL, &catalog, NULL));
  for (i = 0; i < rehab_catalog_protocol_count(catalog); i++) {
    rehab_protocol protocol = {.struct_size = sizeof protocol};
    ok("protocol", rehab_catalog_protocol(catalog, i, &protocol));
    sound("title", protocol.title);
    for (k = 0; k < protocol.red_flag_count; k++) {
      rehab_red_flag flag = {.struct_size = sizeof flag};
      ok("red flag", rehab_catalog_red_flag(catalog, i, k, &flag));
      sound("question", flag.ask);
    }
    for (severity = REHAB_MILD; severity <= REHAB_SEVERE; severity++) plans += plan_for(catalog, &protocol, severity);
  }
  for (i = 0; i < rehab_catalog_measure_count(catalog); i++) {
    rehab_measure measure = {.struct_size = sizeof measure};
    ok("measure", rehab_catalog_measure(catalog, i, &measure));
    sound("question", measure.ask);
  }
  for (i = 0; i < rehab_catalog_tag_count(catalog); i++) {
    rehab_tag tag = {.struct_size = sizeof tag};
    ok("tag", rehab_catalog_tag(catalog, i, &tag));
    sound("question", tag.ask);
  }
  for (i = 0; i < rehab_catalog_equipment_count(catalog); i++) {
    rehab_equipment equipment = {.struct_size = sizeof equipment};
    ok("equipment", rehab_catalog_equipment(catalog, i, &equipment));
    sound("title", equipment.title);
  }
  rehab_catalog_free(catalog);
  printf("rehab %s: %d plans walked, %lu answers\n", rehab_version(), plans, (unsigned long)asked);
  return plans > 0 ? 0 : 1;
}
