/* rehab for C, and for every language that can call C: from a protocol to a calendar.
 *
 *   rehab_catalog* catalog = NULL;
 *   rehab_case* person = NULL;
 *   rehab_plan* plan = NULL;
 *   rehab_report* report = NULL;
 *   rehab_text intake = rehab_text_of("{\"schema\": 1, \"protocol\": \"calf-strain\", \"version\": \"1.0.0\","
 *                                     " \"severity\": \"moderate\", \"start\": \"2026-12-01\"}");
 *   rehab_status status = rehab_catalog_builtin(NULL, &catalog, &report);
 *   if (!status) status = rehab_case_read(rehab_text_of("case.json"), intake, NULL, &person, &report);
 *   if (!status) status = rehab_plan_make(catalog, person, NULL, &plan, &report);
 *   if (!status) status = rehab_plan_export_to(plan, rehab_text_of("ics"), NULL, write_to_file, file, &report);
 *   if (status) fputs(rehab_status_name(status), stderr);  // why, and what to do about it, is in the report: rehab_report_render
 *   rehab_report_free(report);
 *   rehab_plan_free(plan);
 *   rehab_case_free(person);
 *   rehab_catalog_free(catalog);
 *
 * Handles. A catalog holds protocols, a case one person's intake and diary, a plan the dated course that follows from both, a
 * report what went wrong. They are opaque, made by the library and given back with their own `_free`, in any order: a plan keeps
 * what it needs of its catalog and its case. Every `_free` takes NULL, and leaves alone what is not a handle of its kind. A
 * variable that a handle is made into is written without a look: give back first what it held.
 *
 * Answers. Every function that can fail returns a `rehab_status` and writes its result through a pointer, only if it succeeded;
 * handles and reports are set to NULL otherwise. A NULL where none may be, a handle of another kind, a number that no enumeration
 * has, an index beyond the end, a buffer that is too small: each is answered with a status of its own and changes nothing. A handle
 * that was freed is recognised as long as its memory has not been used again; do not build on that.
 * What is wrong with a protocol or a case is told in a report, all of it at once, with file, line, column and what to do; the last
 * argument of such functions takes it and may be NULL. It must point to NULL or to a report of an earlier call, which is given back
 * first, so that one variable serves a row of calls. On success a report may hold warnings; where there is nothing to tell it is
 * NULL. No message repeats a value of the diary.
 *
 * Texts are UTF-8. A `rehab_text` is borrowed: what the library gives lives as long as the handle that it was asked of, unchanged,
 * and ends in a NUL that is not counted; its data is never NULL. What you give need not end in one, and may be gone when the call
 * returns. A `rehab_string` is yours: give it back with `rehab_string_free`; begin with an empty one, for a call that fails leaves
 * it as it is.
 *
 * Structures that may grow begin with `struct_size`: set it to sizeof before the call, in structures that you fill and in those
 * that the library fills. Later versions add members at the end; the library reads and writes no more than the size says, and takes
 * what is missing as not given. Of a structure that is larger than the library knows, what it does not know must be zeroed where
 * you fill it, and is zeroed where the library does. Zeroed members always mean: not given. So begin like this:
 *
 *   rehab_session session = {.struct_size = sizeof session};
 *
 * In C++ before C++20 that is `rehab_session session{};`, then `session.struct_size = sizeof session;`.
 *
 * Optional numbers are a `rehab_number`: zeroed, nothing is stated. What a source does not say is not stated, never 0.
 *
 * Threads. There is no global and no thread-local state. Distinct handles may be used on distinct threads at once, and so may one
 * handle by functions that take it as const. No function prints, reads a clock, the environment, a locale or a network; only plans
 * with a time zone read the system's time-zone data. Nothing is thrown into the caller; the host's own functions must not throw
 * through the library, nor jump out of it.
 */
#ifndef REHAB_REHAB_H
#define REHAB_REHAB_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "rehab/api.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Answers ------------------------------------------------------------------------------------------------------------------ */

/* What a call answers: one of the values below. Later versions may add some. */
typedef int32_t rehab_status;
/* Those that a person can mend have the numbers of the app's exit codes. */
enum {
  REHAB_OK = 0,                /* done; a report may hold warnings */
  REHAB_BAD_PROTOCOL = 3,      /* a file of protocols is wrong: its author can mend it */
  REHAB_BAD_CASE = 4,          /* the case, the diary or an option asks for something impossible: the person can mend it */
  REHAB_REFUSED = 5,           /* the plan would be unsafe without a clinician; show the report, do not work around it */
  REHAB_BAD_ENVIRONMENT = 7,   /* time-zone data is missing or unusable */
  REHAB_NULL_ARGUMENT = 64,    /* a pointer that must be given is NULL; so is one whose count or size is not 0 */
  REHAB_WRONG_HANDLE = 65,     /* a handle of another kind, or one that was freed */
  REHAB_BAD_STRUCT_SIZE = 66,  /* struct_size is not set, smaller than the first version of the structure, or larger than 4,096; or
                                  members are given that this version does not know */
  REHAB_BAD_VALUE = 67,        /* a number that the enumeration does not have, a date or time that does not exist, a text that is no
                                  UTF-8. A report, where the call has one, names the member as its key, under the code "value" */
  REHAB_OUT_OF_RANGE = 68,     /* an index beyond the end, an id that there is not */
  REHAB_BUFFER_TOO_SMALL = 69, /* nothing was written but the size that is needed */
  REHAB_BUG = 70,              /* a fault of the library; the call had no effect */
  REHAB_OUT_OF_MEMORY = 71,    /* the call had no effect */
  REHAB_STOPPED = 72,          /* the host's own function asked to stop */
  REHAB_NOT_PINNED = 73        /* the case does not tell the version of its protocol yet: rehab_case_pin */
};

/* "ok", "refused", "wrong-handle" …: the name above in small letters with hyphens; "unknown" for a number that is none of these.
 * Never NULL, lives for ever. */
REHAB_API const char* rehab_status_name(rehab_status status);

/* Of the library that is linked: "0.1.0". Lives for ever. */
REHAB_API const char* rehab_version(void);

/* --- Texts and small values --------------------------------------------------------------------------------------------------- */

/* A borrowed text. */
typedef struct rehab_text {
  const char* data; /* UTF-8; given with size 0 it may be NULL */
  size_t size;      /* in octets */
} rehab_text;

/* The octets before the NUL; of NULL an empty text. */
static inline rehab_text rehab_text_of(const char* text) {
  rehab_text borrowed;
  borrowed.data = text;
  borrowed.size = text ? strlen(text) : 0;
  return borrowed;
}

/* A text that the caller owns. */
typedef struct rehab_string {
  char* data;  /* ends in a NUL that is not counted; NULL: there is none */
  size_t size; /* in octets */
} rehab_string;

/* Gives the text back and leaves an empty one; NULL and empty ones are taken. What no function of the library gave is left alone if
 * that can be seen, but must not be given. */
REHAB_API void rehab_string_free(rehab_string* string);

/* Borrowed texts in a row. */
typedef struct rehab_texts {
  const rehab_text* items; /* NULL only if count is 0 */
  size_t count;            /* how many */
} rehab_texts;

/* A whole number that may be missing. */
typedef struct rehab_number {
  int32_t stated; /* 0: there is no number */
  int32_t value;  /* means nothing where none is stated */
} rehab_number;

/* A real number that may be missing. */
typedef struct rehab_real {
  int32_t stated; /* 0: there is no number */
  double value;   /* means nothing where none is stated */
} rehab_real;

/* A UUID in lower case, with the NUL. */
typedef struct rehab_uuid {
  char text[37]; /* "7c9e6679-7425-40de-944b-e07fc1f90ae7" */
} rehab_uuid;

/* A day of the Gregorian calendar. All members 0: not given. */
typedef struct rehab_date {
  int32_t year;  /* 1 to 9999; a plan begins in 1970 at the earliest */
  int32_t month; /* 1 to 12 */
  int32_t day;   /* 1 to 31 */
} rehab_date;

/* A day has six slots. Sessions lie in the last five, its parts; waking is for what is asked in the morning. */
enum {
  REHAB_SLOT_NOT_GIVEN = 0,
  REHAB_WAKING = 1,
  REHAB_MORNING = 2,
  REHAB_MIDDAY = 3,
  REHAB_AFTERNOON = 4,
  REHAB_EVENING = 5,
  REHAB_BEDTIME = 6
};

/* A slot of a day. */
typedef struct rehab_moment {
  rehab_date date; /* zeroed: no moment at all */
  int32_t slot;    /* REHAB_WAKING … */
} rehab_moment;

/* How severe the injury is. */
enum { REHAB_SEVERITY_NOT_GIVEN = 0, REHAB_MILD = 1, REHAB_MODERATE = 2, REHAB_SEVERE = 3 };
/* The injured side. */
enum { REHAB_SIDE_NOT_GIVEN = 0, REHAB_LEFT = 1, REHAB_RIGHT = 2, REHAB_BOTH = 3 };
/* Whose norms count. */
enum { REHAB_SEX_NOT_GIVEN = 0, REHAB_FEMALE = 1, REHAB_MALE = 2 };
/* How much of a session was done. */
enum { REHAB_DONE_NOT_GIVEN = 0, REHAB_DONE_ALL = 1, REHAB_DONE_PART = 2, REHAB_DONE_NONE = 3 };

/* Where a number comes from, from the surest to the least sure. */
enum {
  REHAB_NO_NUMBER = 0,   /* nothing is stated */
  REHAB_PRIMARY = 1,     /* read in the source itself */
  REHAB_SECONDARY = 2,   /* read only in a text that names the source */
  REHAB_UNCONFIRMED = 3, /* read nowhere yet, or texts disagree: needs review */
  REHAB_ASSUMED = 4      /* no source says it */
};

/* --- Memory and events of the host -------------------------------------------------------------------------------------------- */

/* Where the library takes the blocks from that pass to the host: of each handle, each report and each owned text one. What hangs on
 * a handle inside (the protocols of a catalog, the sessions of a plan) and what a call works with comes from the C++ `operator
 * new`, which a program replaces as a whole if it wants to. If either has none the call answers REHAB_OUT_OF_MEMORY and had no
 * effect; only where toml++ reads a text in TOML, and its own memory ends, it ends the program. A plan takes the allocator of its
 * catalog; reports and texts take that of the handle which they are asked of, reports of a call that makes a handle that of the new
 * one. Both functions may be called from any thread that calls the library, and must not call it. */
typedef struct rehab_allocator {
  size_t struct_size;
  void* (*allocate)(void* host, size_t size);            /* aligned like malloc; NULL: there is none, the call fails */
  void (*release)(void* host, void* block, size_t size); /* a block from `allocate`, with its size */
  void* host;                                            /* handed on as it is */
} rehab_allocator;

/* What the library has just done: a name and a count, never a text of a person. */
typedef struct rehab_event {
  size_t struct_size;
  rehab_text what; /* "files read", "protocols read", "sessions planned", "changes", "octets written"; more may come */
  size_t count;    /* how many */
} rehab_event;

/* A sink for these. Called on the thread that calls the library, before that call returns; it must not call the library. */
typedef struct rehab_log {
  size_t struct_size;
  void (*write)(void* host, const rehab_event* event); /* `event` lives during the call */
  void* host;
} rehab_log;

/* --- Reports ------------------------------------------------------------------------------------------------------------------ */

/* What went wrong, or is worth a look: diagnostics in a row. */
typedef struct rehab_report rehab_report;

/* How bad a diagnostic is. */
enum { REHAB_ERROR = 1, REHAB_WARNING = 2, REHAB_NOTE = 3 };
/* Who can mend it. */
enum {
  REHAB_AREA_PROTOCOL = 1,   /* an author: a file of protocols is wrong */
  REHAB_AREA_INTAKE = 2,     /* the person: the case asks for something impossible */
  REHAB_AREA_REFUSED = 3,    /* a clinician: the plan would be unsafe without one */
  REHAB_AREA_ENVIRONMENT = 4 /* whoever runs the machine: time-zone data is missing or unusable */
};

/* One mistake, or one thing that is worth a look. */
typedef struct rehab_diagnostic {
  size_t struct_size;
  int32_t level;      /* REHAB_ERROR … */
  int32_t area;       /* REHAB_AREA_PROTOCOL … */
  rehab_text code;    /* stable id of the rule: "unknown-key", "red-flag" … */
  rehab_text file;    /* as it was named in the call; "": about no file */
  uint32_t line;      /* 1-based; 0: no place */
  uint32_t column;    /* 1-based, in code points; 0: no place */
  rehab_text key;     /* path of the key, or the field of the case */
  rehab_text message; /* what is there, what was wanted */
  rehab_text hint;    /* what to do; may be "" */
} rehab_diagnostic;

/* How many diagnostics; 0 for NULL. They stand in order of file, line, column. */
REHAB_API size_t rehab_report_count(const rehab_report* report);
/* One of them; its texts live as long as the report. */
REHAB_API rehab_status rehab_report_at(const rehab_report* report, size_t index, rehab_diagnostic* out);
/* One diagnostic for eyes, several lines. With the text of its file as `source` it shows the line and a caret; give an empty one
 * for cases, whose lines are private. */
REHAB_API rehab_status rehab_report_render(const rehab_report* report, size_t index, rehab_text source, rehab_string* out);
REHAB_API void rehab_report_free(rehab_report* report);

/* --- Catalogs ----------------------------------------------------------------------------------------------------------------- */

/* Protocols with all that protocols share. Nothing changes it. */
typedef struct rehab_catalog rehab_catalog;

/* One file of the protocol language. */
typedef struct rehab_file {
  rehab_text name; /* what messages call it; its last part without ".toml" is a protocol's id */
  rehab_text text; /* the contents */
} rehab_file;

/* How a catalog is made. */
typedef struct rehab_catalog_options {
  size_t struct_size;
  rehab_text language;              /* of all texts that a person reads: "de"; empty: English. One that there is not is a wrong
                                       option: REHAB_BAD_CASE, never REHAB_BAD_PROTOCOL */
  rehab_texts protocols;            /* of rehab_catalog_builtin only: these ids alone, which is faster; none: all */
  int32_t beside_builtin;           /* of rehab_catalog_read only; not 0: the files stand beside or in place of the built-in ones */
  const rehab_allocator* allocator; /* copied; NULL: malloc and free. Its host must outlive all that is made with it */
  const rehab_log* log;             /* copied, for all calls that take this catalog or a plan made with it; NULL: none */
} rehab_catalog_options;

/* The protocols that the library carries. `options` may be NULL. REHAB_BAD_CASE, of this and the next: there is no such language.
 * REHAB_BAD_PROTOCOL: there is no such protocol. */
REHAB_API rehab_status rehab_catalog_builtin(const rehab_catalog_options* options, rehab_catalog** out, rehab_report** report);

/* Protocols, and the files that translate them, from memory. A later file replaces an earlier one of the same name. A file
 * phrases.LANG.toml translates every fixed text of exports. REHAB_BAD_PROTOCOL: some file has errors; all are in the report.
 * REHAB_BAD_VALUE: options.protocols is given, which is not for this. */
REHAB_API rehab_status rehab_catalog_read(const rehab_file* files, size_t count, const rehab_catalog_options* options,
                                          rehab_catalog** out, rehab_report** report);
REHAB_API void rehab_catalog_free(rehab_catalog* catalog);

/* What one offers to choose from. */
typedef struct rehab_protocol {
  size_t struct_size;
  rehab_text id;         /* names it in a case */
  rehab_text version;    /* "1.0.0" */
  rehab_text title;      /* as the person reads it */
  rehab_text summary;    /* one or two sentences for the person */
  rehab_text condition;  /* its title */
  rehab_text population; /* who was studied; empty: not known */
  rehab_text licence;    /* SPDX id */
  rehab_text hash;       /* of the file's bytes; a case is pinned to it */
  rehab_number weeks[3]; /* of a mild, moderate, severe case; not stated: there is no plan for it, a clinician leads */
  int32_t clearance[3];  /* not 0: only after a clinician's release */
  size_t red_flag_count; /* for rehab_catalog_red_flag; each says when it is to be asked */
} rehab_protocol;

REHAB_API size_t rehab_catalog_protocol_count(const rehab_catalog* catalog); /* in order of id; 0 for a wrong handle */
/* One of them. */
REHAB_API rehab_status rehab_catalog_protocol(const rehab_catalog* catalog, size_t index, rehab_protocol* out);
/* The place of a protocol. REHAB_OUT_OF_RANGE: there is none of that id. */
REHAB_API rehab_status rehab_catalog_find(const rehab_catalog* catalog, rehab_text id, size_t* index);

/* How soon somebody must look after a yes. */
enum { REHAB_EMERGENCY = 1, REHAB_SAME_DAY = 2, REHAB_URGENT = 3, REHAB_SOON = 4 };

/* When a red flag is asked. */
enum {
  REHAB_ASKED_BEFORE_THE_PLAN = 1, /* before the first plan; again when the page of today asks the questions */
  REHAB_ASKED_WHILE_TRAINING = 2   /* after a session, of what was felt in it; and with the others when today's page asks them */
};

/* A question whose yes refuses or stops every plan until a clinician has ruled it out. */
typedef struct rehab_red_flag {
  size_t struct_size;
  rehab_text id, title;
  rehab_text ask;  /* the question */
  rehab_text act;  /* what to do on a yes */
  int32_t urgency; /* REHAB_EMERGENCY … */
  int32_t moment;  /* REHAB_ASKED_BEFORE_THE_PLAN … */
} rehab_red_flag;

/* The red flags of a protocol, the most urgent first. Ask those of REHAB_ASKED_BEFORE_THE_PLAN before the first plan, and give the
 * ids answered with yes in rehab_intake.red_flags: one refuses the plan. Ask those of REHAB_ASKED_WHILE_TRAINING after sessions. A
 * yes to one of either kind, once the plan runs, belongs into the diary (rehab_entry.red_flags) and stops the plan. The app, not
 * the library, sees to it that they are asked. */
REHAB_API rehab_status rehab_catalog_red_flag(const rehab_catalog* catalog, size_t protocol, size_t index, rehab_red_flag* out);

/* Something that is true of a person and rules protocols or exercises out. */
typedef struct rehab_tag {
  size_t struct_size;
  rehab_text id;
  rehab_text ask;    /* the question; a yes sets the tag */
  int32_t clearance; /* not 0: no plan of any kind without a clinician's release */
} rehab_tag;

REHAB_API size_t rehab_catalog_tag_count(const rehab_catalog* catalog); /* 0 for a wrong handle */
/* One of all tags of the catalog. */
REHAB_API rehab_status rehab_catalog_tag(const rehab_catalog* catalog, size_t index, rehab_tag* out);

/* What one may lack at home; `rehab_intake.equipment` names it by id. */
typedef struct rehab_equipment {
  size_t struct_size;
  rehab_text id, title;
} rehab_equipment;

REHAB_API size_t rehab_catalog_equipment_count(const rehab_catalog* catalog); /* 0 for a wrong handle */
/* One of all equipment of the catalog. */
REHAB_API rehab_status rehab_catalog_equipment(const rehab_catalog* catalog, size_t index, rehab_equipment* out);

/* In what a measure is counted. A score goes from 0 to 10, a yes is 1 and a no 0. */
enum {
  REHAB_UNIT_SCORE = 1,
  REHAB_UNIT_COUNT = 2,
  REHAB_UNIT_KG = 3,
  REHAB_UNIT_CM = 4,
  REHAB_UNIT_S = 5,
  REHAB_UNIT_DEGREES = 6,
  REHAB_UNIT_YES_NO = 7
};
/* When it is asked. */
enum { REHAB_ASKED_AFTER_SESSION = 1, REHAB_ASKED_IN_THE_MORNING = 2, REHAB_ASKED_WEEKLY = 3, REHAB_ASKED_AS_TEST = 4 };

/* What a person can report or test; an entry of the diary names it by id. */
typedef struct rehab_measure {
  size_t struct_size;
  rehab_text id, title;
  rehab_text ask;     /* the question */
  int32_t unit;       /* REHAB_UNIT_SCORE … */
  int32_t asked;      /* REHAB_ASKED_AFTER_SESSION … */
  int32_t both_sides; /* not 0: asked for both legs */
} rehab_measure;

REHAB_API size_t rehab_catalog_measure_count(const rehab_catalog* catalog); /* 0 for a wrong handle */
/* One of all measures of the catalog. */
REHAB_API rehab_status rehab_catalog_measure(const rehab_catalog* catalog, size_t index, rehab_measure* out);

/* A text that numbers come from. What is not known of it is empty or not stated. */
typedef struct rehab_source {
  size_t struct_size;
  rehab_text id;
  rehab_text title;    /* in its own language */
  size_t author_count; /* for rehab_catalog_source_author */
  rehab_number year;   /* of publication */
  rehab_text journal;  /* or publisher */
  rehab_text doi;      /* "10.1000/abc", without https:// */
  rehab_text pmid;     /* number in PubMed */
  int32_t seen;        /* REHAB_PRIMARY: the text itself was read; REHAB_SECONDARY: only a text that names it */
} rehab_source;

/* The source of this id, as numbers name it. REHAB_OUT_OF_RANGE: there is none of that id. */
REHAB_API rehab_status rehab_catalog_source(const rehab_catalog* catalog, rehab_text id, rehab_source* out);
/* One of its authors, in the order of the title page. */
REHAB_API rehab_status rehab_catalog_source_author(const rehab_catalog* catalog, rehab_text id, size_t index, rehab_text* out);

/* --- Cases -------------------------------------------------------------------------------------------------------------------- */

/* One person's intake and diary. */
typedef struct rehab_case rehab_case;

/* Days off, first and last inclusive. */
typedef struct rehab_days {
  rehab_date first, last; /* both inclusive, in this order */
} rehab_days;

/* Weekdays as bits of `rehab_intake.days`. */
enum {
  REHAB_SUNDAY = 1,
  REHAB_MONDAY = 2,
  REHAB_TUESDAY = 4,
  REHAB_WEDNESDAY = 8,
  REHAB_THURSDAY = 16,
  REHAB_FRIDAY = 32,
  REHAB_SATURDAY = 64
};

/* One person's situation. It never holds a name. */
typedef struct rehab_intake {
  size_t struct_size;
  rehab_text id;       /* a UUID, made once and kept, so that sessions keep their identities from plan to plan; see case.hpp */
  rehab_text protocol; /* id */
  int32_t severity;    /* REHAB_MILD …; must be given */
  int32_t side;        /* REHAB_LEFT …; not given: texts speak of the injured leg */
  rehab_date start;    /* day 1; must be given: the library knows no clock */
  rehab_text zone;     /* IANA name; empty: local times without a zone */
  /* Five of them: minutes since midnight, 0 to 1,439, of morning, midday, afternoon, evening, bedtime, rising; a part that is not
   * stated does not exist for the person. NULL: 07:30, 12:30, 15:30, 18:00, 21:30. */
  const rehab_number* times;
  int32_t days;           /* free for training, bits REHAB_SUNDAY …; 0: every day */
  const rehab_days* away; /* no training; in any order, may overlap; NULL: none */
  size_t away_count;      /* how many */
  /* Ids of what is at hand (rehab_catalog_equipment); NULL: all that the protocol needs; count 0: nothing. */
  const rehab_texts* equipment;
  rehab_texts with;      /* ids of optional workouts that are wanted */
  rehab_texts tags;      /* ids of what is true of the person. The app asks (rehab_catalog_tag), above all those with `clearance` */
  rehab_texts red_flags; /* ids answered with yes; one refuses the plan */
  rehab_text cleared_by; /* a clinician's role or practice, never the patient; empty: no clearance */
  rehab_date cleared_on; /* must be given with it */
  rehab_number age; /* years, 0 to 120; only for criteria that have norms: it sets no tag, not even that of minors, which needs a
                       yes to its own question */
  int32_t sex;      /* REHAB_FEMALE …; the same */
} rehab_intake;

/* A case from its members, with an empty diary. REHAB_BAD_CASE: the severity is missing, or the date of a clearance. All else, ids
 * too, is checked when a plan is made, against its catalog. Pin the case with rehab_case_pin before it is first written.
 * Both `allocator` and `report` may be NULL. */
REHAB_API rehab_status rehab_case_new(const rehab_intake* intake, const rehab_allocator* allocator, rehab_case** out,
                                      rehab_report** report);

/* A case from its file, TOML or JSON, diary included; a text that begins with { is JSON. `name` is what messages call it. A copy of
 * the text is kept, so that what rehab_plan_make has to tell has its line too. Both `allocator` and `report` may be NULL. */
REHAB_API rehab_status rehab_case_read(rehab_text name, rehab_text text, const rehab_allocator* allocator, rehab_case** out,
                                       rehab_report** report);
/* The same case once more, to try an entry on: add it to the copy, plan, compare, and keep the one that is wanted. */
REHAB_API rehab_status rehab_case_copy(const rehab_case* person, const rehab_allocator* allocator, rehab_case** out);
REHAB_API void rehab_case_free(rehab_case* person);

/* The answer to a measure's question, in its unit. Of measures that are asked for both legs: of the injured one, and `other`. */
typedef struct rehab_reading {
  rehab_text measure; /* id; never "pain", which has a member of its own */
  double value;       /* from 0 on; a yes is 1, a no 0 */
  rehab_real other;   /* the other leg's; not stated: not tested */
} rehab_reading;

/* How many sets of one exercise were done. */
typedef struct rehab_sets_done {
  rehab_text exercise; /* id */
  int32_t sets;        /* 0 to 100 */
} rehab_sets_done;

/* What was found at one slot of a day. Only the date must be given. At most 100 answers in each of `measured`, `sets_done` and
 * `red_flags`, and 4096 octets in each of `cleared_by` and `note`: an entry with more is REHAB_BAD_CASE. */
typedef struct rehab_entry {
  size_t struct_size;
  rehab_date date;                  /* the day that it is about, not before the start */
  int32_t slot;                     /* REHAB_WAKING …; not given: bedtime */
  rehab_moment logged;              /* when it became known, not before its own slot; zeroed: at its own slot */
  int32_t done;                     /* REHAB_DONE_ALL … */
  rehab_number pain;                /* 0 to 10, the worst during or right after */
  const rehab_reading* measured;    /* answers; NULL: none */
  size_t measured_count;            /* how many */
  const rehab_sets_done* sets_done; /* exercises of which it was counted; NULL: none */
  size_t sets_done_count;           /* how many */
  rehab_texts red_flags;            /* ids answered with yes; one stops the plan */
  rehab_text cleared_by;            /* a clinician has looked: a role or practice. The plan may go on */
  rehab_date pause_until;           /* ill, or away: no session up to this day, inclusive */
  rehab_text note;                  /* never exported, never in a message */
} rehab_entry;

/* Adds an entry to the diary. Nothing in a diary is ever changed; a correction is a new entry. REHAB_BAD_CASE: it is one that no
 * catalog would take, as with pain of 11, or a date before the start. Its ids are checked only when a plan is made, and nothing can
 * be taken out of a diary again: one unknown id, and no plan can be made of this case any more. So copy the case (rehab_case_copy),
 * add to the copy and plan; if that fails, free the copy and keep the old one. Plans that were made before stay as they are. */
REHAB_API rehab_status rehab_case_add(rehab_case* person, const rehab_entry* entry, rehab_report** report);
/* Adds entries from a text, TOML or JSON: all of them, or, if one has an error, none. */
REHAB_API rehab_status rehab_case_add_text(rehab_case* person, rehab_text name, rehab_text text, rehab_report** report);
REHAB_API size_t rehab_case_entry_count(const rehab_case* person); /* 0 for a wrong handle */

/* How a case is written. */
enum { REHAB_TOML = 1, REHAB_JSON = 2 };
/* The case as a file, diary included. rehab_case_read takes it again if a plan could be made of the case. REHAB_NOT_PINNED: a file
 * must tell the version of its protocol; pin the case first. */
REHAB_API rehab_status rehab_case_text(const rehab_case* person, int32_t form, rehab_string* out);

/* Notes the version and hash of the protocol that the course begins with; rehab_case_text writes them. REHAB_BAD_CASE, of this and
 * the next: the catalog does not have the protocol. */
REHAB_API rehab_status rehab_case_pin(rehab_case* person, const rehab_catalog* catalog);
/* What differs between the protocol that the case is pinned to and that of the catalog, one a line; empty: nothing, or never
 * pinned. Plan on only if whoever leads the case agrees. */
REHAB_API rehab_status rehab_case_differences(const rehab_case* person, const rehab_catalog* catalog, rehab_string* out);

/* --- Plans -------------------------------------------------------------------------------------------------------------------- */

/* One protocol, dated, for one case. Nothing changes it. */
typedef struct rehab_plan rehab_plan;

/* How a plan is made. */
typedef struct rehab_plan_options {
  size_t struct_size;
  rehab_moment as_of; /* the plan as it was then; zeroed: as of the last entry */
} rehab_plan_options;

/* The plan that follows from protocol and case. The same catalog and case give the same plan, always. `options` and `report` may
 * be NULL. REHAB_REFUSED: it would be unsafe; REHAB_BAD_CASE: it cannot be; REHAB_BAD_ENVIRONMENT: time zones. A case that is
 * pinned to another version or file of its protocol is planned all the same, with a warning of the code "other-protocol" for each
 * difference: so look into the report on success too, and show the plan only if whoever leads the case agrees. */
REHAB_API rehab_status rehab_plan_make(const rehab_catalog* catalog, const rehab_case* person, const rehab_plan_options* options,
                                       rehab_plan** out, rehab_report** report);
REHAB_API void rehab_plan_free(rehab_plan* plan);

/* How a plan ends. No plan promises healing. */
enum { REHAB_ENDS_CONTINUE = 1, REHAB_ENDS_REVIEW = 2, REHAB_ENDS_STOPPED = 3 };

/* What is true of a plan as a whole. */
typedef struct rehab_plan_info {
  size_t struct_size;
  rehab_uuid id;                                   /* the same for all plans of a course whose case has an id */
  rehab_text protocol;                             /* id */
  rehab_text title;                                /* of the protocol */
  rehab_text disclaimer;                           /* show it with the plan */
  int32_t severity;                                /* REHAB_MILD … */
  rehab_text zone;                                 /* as the case says; empty: local times without a zone */
  int32_t weeks;                                   /* planned, 2 to 12; fewer, down to 0, of a plan that was stopped early */
  rehab_date first_day, last_day;                  /* both inclusive; last_day lies before first_day where no day is left */
  rehab_moment as_of;                              /* the last lived slot; zeroed: nothing was lived */
  size_t revision;                                 /* how many entries were known */
  int32_t ending;                                  /* REHAB_ENDS_CONTINUE … */
  size_t phase_count, session_count, change_count; /* for the functions below: indices lie below these */
} rehab_plan_info;

/* Describes the plan as a whole. */
REHAB_API rehab_status rehab_plan_describe(const rehab_plan* plan, rehab_plan_info* out);

/* A stretch of the plan with goals of its own. */
typedef struct rehab_phase {
  size_t struct_size;
  rehab_text id, title;
  int32_t visit;                                 /* how often it was entered, from 1 */
  rehab_date first_day, last_day;                /* both inclusive, as projected */
  rehab_date earliest_last_day, latest_last_day; /* if all goes at its shortest, at its longest */
  size_t goal_count;                             /* for rehab_plan_goal */
} rehab_phase;

/* One phase, by time. */
REHAB_API rehab_status rehab_plan_phase(const rehab_plan* plan, size_t index, rehab_phase* out);
/* One goal of a phase, without numbers. */
REHAB_API rehab_status rehab_plan_goal(const rehab_plan* plan, size_t phase, size_t index, rehab_text* out);

/* A number of a dose with its origin. */
typedef struct rehab_figure {
  int32_t stated;     /* 0: the source does not say */
  rehab_number min;   /* not stated: as many as tolerated, at most `max` */
  int32_t max;        /* inclusive; equal to min where it is one number */
  int32_t confidence; /* REHAB_PRIMARY … */
  rehab_text source;  /* id, as rehab_catalog_source takes it; empty: assumed */
} rehab_figure;

/* What is done at one date and time. */
typedef struct rehab_session {
  size_t struct_size;
  rehab_date date;                  /* where the clocks of the zone show it */
  int32_t minute;                   /* since local midnight */
  int64_t utc_s;                    /* the same instant in seconds since 1970-01-01T00:00:00Z; without a zone as if that were UTC */
  int32_t part;                     /* REHAB_MORNING … REHAB_BEDTIME */
  size_t phase;                     /* index */
  int32_t week;                     /* of the plan, from 1 */
  int32_t week_of_phase;            /* from 1 */
  int32_t length_min;               /* an estimate for the calendar, not a dose */
  rehab_figure pain_max;            /* the most pain allowed, 0 to 10 */
  int32_t done;                     /* as reported: REHAB_DONE_ALL … */
  rehab_number pain;                /* as reported */
  size_t workout_count, dose_count; /* for rehab_plan_workout, rehab_plan_dose */
} rehab_session;

/* One session, by time. This and all that walks below takes no memory: ask as often as you draw. */
REHAB_API rehab_status rehab_plan_session(const rehab_plan* plan, size_t index, rehab_session* out);
/* The lasting identity of a session, the UID of its event in a calendar. It stays when the session moves. */
REHAB_API rehab_status rehab_plan_session_id(const rehab_plan* plan, size_t index, rehab_uuid* out);
/* The sessions of the days `first` to `last`, inclusive: `count` of them from `index` on. Before the plan and after it are none,
 * nor are there if `last` is before `first`. */
REHAB_API rehab_status rehab_plan_sessions_between(const rehab_plan* plan, rehab_date first, rehab_date last, size_t* index,
                                                   size_t* count);

/* Exercises that belong together. Where all of them are left out, a workout has no dose. */
typedef struct rehab_workout {
  size_t struct_size;
  rehab_text id, title;
} rehab_workout;

/* One workout of a session. */
REHAB_API rehab_status rehab_plan_workout(const rehab_plan* plan, size_t session, size_t index, rehab_workout* out);

/* Which leg works. */
enum { REHAB_LEG_NOT_STATED = 0, REHAB_INJURED_LEG = 1, REHAB_EACH_LEG = 2 };

/* Seconds of each part of a repetition. */
typedef struct rehab_tempo {
  rehab_number lift_s, hold_s, lower_s, pass_s; /* not stated: the source does not say */
  int32_t confidence;                           /* REHAB_PRIMARY …; REHAB_NO_NUMBER: none of them is stated */
  rehab_text source;                            /* id; empty: assumed, or none is stated */
} rehab_tempo;

/* One exercise of a session, as it is to be done. Absent numbers are not stated. How much is said in one way of four: `reps`,
 * `hold_s`, `duration_min` or `as_tolerated`. */
typedef struct rehab_dose {
  size_t struct_size;
  size_t workout;                   /* index in the session */
  rehab_text exercise;              /* id */
  rehab_text title;                 /* of the exercise */
  rehab_text instead_of;            /* id of the protocol's own exercise where this one takes its place; else empty */
  rehab_figure sets;                /* of repetitions or holds; not stated: one */
  rehab_figure reps;                /* in a set */
  rehab_figure hold_s;              /* seconds to stay still; `sets` counts the holds */
  rehab_figure duration_min;        /* minutes to keep moving */
  rehab_figure distance_m;          /* metres of one repetition */
  rehab_figure effort_percent;      /* of full speed */
  rehab_figure rest_s;              /* seconds between sets or holds */
  rehab_figure rest_between_reps_s; /* seconds */
  int32_t as_tolerated;             /* not 0: the source names no amount */
  int32_t to_failure;               /* not 0: until no clean repetition is left */
  rehab_tempo tempo;                /* of one repetition */
  rehab_text load;                  /* id; "bodyweight"; "rm": as heavy as allows just these repetitions; empty: not stated */
  rehab_text load_title;            /* of a load of the protocol; else empty */
  rehab_real load_now;              /* today's load */
  rehab_text load_unit;             /* of load_now: "kg", "percent-1rm"; else empty */
  int32_t load_confidence;          /* of the number that load_now starts from: REHAB_PRIMARY …; REHAB_NO_NUMBER: there is none */
  rehab_text load_source;           /* id; empty: assumed, or none */
  int32_t load_steps;               /* above, or negative below, the load that the person began with */
  int32_t volume_percent;           /* what is left of the protocol's volume; 100: all */
  int32_t leg;                      /* REHAB_INJURED_LEG … */
  rehab_text order;                 /* of the legs: "other-first", "injured-first", "alternate"; empty: not stated */
  rehab_text ladder;                /* id; empty: it is on none */
  int32_t rung, last_rung;          /* where it is on its ladder and the last that is open, from 1; 0: on none */
  rehab_text source;                /* id of what the dose as a whole is cited from; empty: none */
} rehab_dose;

/* One dose of a session, in the order of doing. */
REHAB_API rehab_status rehab_plan_dose(const rehab_plan* plan, size_t session, size_t index, rehab_dose* out);

/* How an exercise is done. */
typedef struct rehab_exercise {
  size_t struct_size;
  rehab_text id, title;
  rehab_text setup, breath, feel, mistake; /* "": not said */
  rehab_text evidence;                     /* what trials found; "": not said */
  size_t step_count;                       /* for rehab_plan_step */
} rehab_exercise;

/* The exercise of a dose. */
REHAB_API rehab_status rehab_plan_exercise(const rehab_plan* plan, size_t session, size_t dose, rehab_exercise* out);
/* One step of it: one movement. */
REHAB_API rehab_status rehab_plan_step(const rehab_plan* plan, size_t session, size_t dose, size_t index, rehab_text* out);

/* A decision of the planner. */
typedef struct rehab_change {
  size_t struct_size;
  rehab_text rule;            /* "equipment-swapped", "held", "load-raised" …: as `rule` in the plan's JSON */
  rehab_text cause;           /* of a decision of the diary: "pain", "limit" …; else empty */
  int32_t from_diary;         /* not 0: the diary made the planner decide so; else it was decided when the plan was made */
  rehab_date date;            /* the day that it is told under */
  size_t phase;               /* index */
  rehab_text workout;         /* id; "": none */
  rehab_text exercise, other; /* ids; "": none */
  rehab_text tag, ladder;     /* ids; "": none */
  rehab_number asked, given;  /* what they count is said in plan.hpp at the rule */
  rehab_moment seen;          /* of the entry that decided */
  rehab_text measure;         /* id; "": pain, or none */
  rehab_real value, bound;    /* what was found, and what was asked for; `value` is private */
  rehab_text limit, red_flag; /* ids; "": none */
  int32_t confidence;         /* of the rule: REHAB_PRIMARY …; REHAB_NO_NUMBER: it follows no number of the protocol */
  rehab_text source;          /* id; empty: none */
} rehab_change;

/* One decision, by date. */
REHAB_API rehab_status rehab_plan_change(const rehab_plan* plan, size_t index, rehab_change* out);
/* The same in one sentence, in the language of the catalog. */
REHAB_API rehab_status rehab_plan_change_sentence(const rehab_plan* plan, size_t index, rehab_string* out);

/* --- Exports and pages -------------------------------------------------------------------------------------------------------- */

/* Times of a calendar. */
enum {
  REHAB_TIMES_ZONED = 0, /* local time with the zone's rules */
  REHAB_TIMES_UTC = 1,
  REHAB_TIMES_FLOATING = 2, /* local time of wherever the reader is */
  REHAB_TIMES_ALL_DAY = 3
};

/* How a plan is written. Each format takes what concerns it. */
typedef struct rehab_export_options {
  size_t struct_size;
  /* ics */
  int32_t times;          /* REHAB_TIMES_ZONED … */
  rehab_number alarm_min; /* before the start, 0 to 40,320; not stated: 10 */
  int32_t no_alarm;       /* not 0: without alarms */
  int32_t neutral_titles; /* not 0: titles that tell a stranger nothing */
  int32_t publish;        /* not 0: METHOD:PUBLISH, for feeds; not for CalDAV */
  int32_t cancel;         /* not 0: sessions of earlier revisions that are no more are written as cancelled */
  /* text */
  rehab_date today; /* shown first when the plan has begun */
  int32_t width;    /* columns, 40 to 200; 0: 80 */
  int32_t color;    /* not 0: ANSI */
} rehab_export_options;

/* The formats, the one for eyes first: "text", "ics", "json" and more; their texts live for ever. */
REHAB_API size_t rehab_format_count(void);
REHAB_API rehab_status rehab_format(size_t index, rehab_text* name, rehab_text* media_type); /* either may be NULL */

/* Writes the plan into `buffer` of `capacity` octets, with a NUL at the end; `size` is set to what it takes without that. With
 * `buffer` NULL and `capacity` 0 it only tells the size. REHAB_BUFFER_TOO_SMALL: nothing was written, `size` tells how much it
 * takes. Each call writes the plan anew, so a buffer that is surely big enough saves half of the time. REHAB_BAD_CASE: an unknown
 * format, options out of bounds, or a plan without a session, as one that was stopped on its first morning; rehab_plan_page tells
 * what to do then. `options` and `report` may be NULL. */
REHAB_API rehab_status rehab_plan_export(const rehab_plan* plan, rehab_text format, const rehab_export_options* options,
                                         char* buffer, size_t capacity, size_t* size, rehab_report** report);

/* Takes what is written; 0: go on, anything else: stop. `data` lives during the call. */
typedef int32_t (*rehab_write)(void* host, const char* data, size_t size);
/* Hands the plan to `write`, in one or more pieces. Nothing is handed over before all of it is known to be sound. REHAB_STOPPED:
 * the function asked to stop. */
REHAB_API rehab_status rehab_plan_export_to(const rehab_plan* plan, rehab_text format, const rehab_export_options* options,
                                            rehab_write write, void* host, rehab_report** report);

/* Pages of a plan that runs. */
enum {
  REHAB_PAGE_TODAY = 1,   /* what to do on a day, step by step; needs a date */
  REHAB_PAGE_HISTORY = 2, /* the decisions of the diary, by date */
  REHAB_PAGE_PROGRESS = 3 /* planned beside done, pain, measures */
};
/* For whom a page is written. */
enum { REHAB_FOR_EYES = 0, REHAB_AS_JSON = 1 };

/* How a page is written, beside which page it is. */
typedef struct rehab_page_options {
  size_t struct_size;
  int32_t form;    /* REHAB_FOR_EYES … */
  rehab_date date; /* of REHAB_PAGE_TODAY */
  int32_t width;   /* columns, 40 to 200; 0: 80 */
  int32_t color;   /* not 0: ANSI */
} rehab_page_options;

/* A page while the plan runs. `options` may be NULL but for REHAB_PAGE_TODAY, whose date must be given. REHAB_BAD_VALUE: that is
 * missing, or the width is out of bounds. */
REHAB_API rehab_status rehab_plan_page(const rehab_plan* plan, int32_t page, const rehab_page_options* options, rehab_string* out);
/* What changed between two plans of one course. REHAB_BAD_VALUE: they are not of one, or were not made with the same catalog. */
REHAB_API rehab_status rehab_plan_compare(const rehab_plan* before, const rehab_plan* after, const rehab_page_options* options,
                                          rehab_string* out);

#ifdef __cplusplus
}
#endif

#endif
