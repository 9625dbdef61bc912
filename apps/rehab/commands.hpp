// The commands of the console app. Each returns the exit code, prints its data to standard output and its talk to standard error.
#pragma once

namespace app {

struct Arguments;

int list(const Arguments& arguments);
int show(const Arguments& arguments);
int plan(const Arguments& arguments);
int explain(const Arguments& arguments);
int start(const Arguments& arguments);
int today(const Arguments& arguments);
int log_entry(const Arguments& arguments);
int history(const Arguments& arguments);
int progress(const Arguments& arguments);
int check(const Arguments& arguments);
int completion(const Arguments& arguments);
int manual(const Arguments& arguments);

}  // namespace app
