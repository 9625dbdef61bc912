// A protocol for eyes: everything that its file and the catalog say, each number with its origin.
#include <array>

#include "export/clauses.hpp"
#include "export/criteria.hpp"
#include "export/names.hpp"
#include "export/references.hpp"
#include "export/show_page.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "rehab/export.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

using wording::Clauses;
using Section = void (*)(const ShowPage&);

constexpr Section sections[]{show_facts,     show_pain_rule, show_phases,    show_norms,  show_means,
                             show_red_flags, show_texts,     show_questions, show_sources};

// All but one, which is long and rare: it may take two lines.
constexpr std::array<Phrase, 24> labels{"show-protocol",      "show-condition",
                                        "show-also-called",   "show-clearance",
                                        "show-studied-in",    "show-led-by",
                                        "show-where",         "show-not-for",
                                        "show-ask-first",     "show-any-plan",
                                        "show-release-asks",  "show-length",
                                        "show-longer",        "show-pain-at-most",
                                        "show-rule-of-phase", "show-times-a-day",
                                        "show-days-a-week",   "show-when",
                                        "show-hours-between", "show-how-hard",
                                        "show-rest",          "mild",
                                        "moderate",           "severe"};

std::vector<Severity> shown_of(const Protocol& protocol, std::optional<Severity> severity) {
  if (severity) return {*severity};
  std::vector<Severity> out;
  for (const Severity s : severities)
    if (const std::optional<SeverityOffer>& offer = protocol.severity[static_cast<std::size_t>(s)]; offer && offer->weeks)
      out.push_back(s);
  if (out.empty()) out.assign(severities.begin(), severities.end());
  return out;
}

std::string joined(const std::vector<std::string>& texts, std::string_view glue) {
  std::string out;
  Clauses clauses(out, glue);
  for (const std::string& text : texts) clauses.next() += text;
  return out;
}

// "8 weeks", "12 weeks, only with a clinician's clearance; a clinician looks after week 4", "no plan: …"
std::string offer_words(const Words& words, const SeverityOffer& offer) {
  if (!offer.refer.empty()) return words.say("show-no-plan", {{"refer", offer.refer}});
  std::string out = words.say("weeks", {{"n", offer.weeks.value_or(0)}});
  if (offer.clearance) words.wrap(out, 0, "show-only-cleared", "offer");
  const auto weeks = [&](std::string& to) {
    Clauses clauses(to, words.glue("list-and"));
    for (const int week : offer.review_weeks) text::append_number(clauses.next(), static_cast<std::int64_t>(week));
  };
  if (!offer.review_weeks.empty()) words.wrap(out, 0, "show-review-weeks", "offer", {{"weeks", weeks}});
  const std::string doubts = doubts_of(words, offer.provenance);
  if (!doubts.empty()) words.wrap(out, 0, "aside", "text", {{"aside", doubts}});
  return out;
}

void show_offers(const ShowPage& page) {
  page.canvas.subheading(page.words()["show-severities"]);
  for (const Severity s : severities) {
    const std::optional<SeverityOffer>& offer = page.protocol.severity[static_cast<std::size_t>(s)];
    if (!offer || (page.only() && s != *page.only())) continue;
    show_fact(page, severity_phrases[static_cast<std::size_t>(s)], offer_words(page.words(), *offer));
    const bool own = !offer->signs.empty() || !page.protocol.condition;
    const std::vector<std::string>& signs =
        own ? offer->signs : page.catalog[page.protocol.condition].signs[static_cast<std::size_t>(s)];
    for (const std::string& sign : signs) page.canvas.item(sign, show_label(page.words()));
  }
}

void show_tags(const ShowPage& page, Phrase label, Phrase what, const std::vector<Index<Tag>>& tags) {
  if (tags.empty()) return;
  const auto questions = [&](std::string& to) {
    Clauses clauses(to, page.words().glue("sentences"));
    for (const Index<Tag> tag : tags) clauses.next() += page.catalog[tag].ask;
  };
  show_fact(page, label, page.words().say(what, {{"questions", questions}}));
}

void show_persons(const ShowPage& page) {
  show_tags(page, "show-not-for", "show-if-one-yes", page.protocol.not_for);
  show_tags(page, "show-ask-first", "show-ask-clinician-if", page.protocol.clearance_for);
  std::vector<Index<Tag>> always;
  for (std::size_t i = 0; i < page.catalog->tags.size(); ++i)
    if (page.catalog->tags[i].clearance) always.push_back({static_cast<std::uint16_t>(i)});
  show_tags(page, "show-any-plan", "show-release-if", always);
  show_fact(page, "show-release-asks", joined(page.protocol.clearance_asks, page.words().glue("sentences")));
}

void show_condition(const ShowPage& page, const Condition& condition) {
  show_fact(page, "show-condition", condition.title);
  show_fact(page, "show-also-called", joined(condition.also, page.words().glue("list")));
  if (condition.clearance) show_fact(page, "show-clearance", page.words()["show-clearance-of-all"]);
}

std::string settings_of(const ShowPage& page) {
  std::string out;
  Clauses clauses(out, page.words().glue("list"));
  for (const Protocol::Setting setting : page.protocol.setting) clauses.next() += name(page.words(), setting);
  return out;
}

// A number in week i (0-based) and the weeks after it, up to the one before `end` of `count`.
void append_weeks(std::string& out, std::size_t begin, const Words& words, std::size_t i, std::size_t end, std::size_t count) {
  const bool last = end == count;
  if (i == 0 && last) return;
  if (!last && end > i + 1) return words.wrap(out, begin, "show-in-weeks", "amount", {{"first", i + 1}, {"last", end}});
  words.wrap(out, begin, last ? Phrase("show-from-week") : Phrase("show-in-week"), "amount", {{"week", i + 1}});
}

}  // namespace

std::size_t show_label(const Words& words) { return label_width(words, labels); }

void show_facts(const ShowPage& page) {
  const Protocol& p = page.protocol;
  page.canvas.title(p.title);
  page.canvas.paragraph(p.summary);
  page.canvas.blank();
  page.canvas.paragraph(page.words()["disclaimer"], 0, Ink::caution);
  page.canvas.blank();
  std::string what = p.id + ' ' + p.version;
  if (!p.licence.empty()) (what += page.words().glue("list")) += p.licence;
  show_fact(page, "show-protocol", what);
  if (p.condition) show_condition(page, page.catalog[p.condition]);
  show_fact(page, "show-studied-in", p.population);
  const bool led = p.supervision == Protocol::Supervision::clinician;
  show_fact(page, "show-led-by", page.words()[led ? Phrase("show-led-by-clinician") : Phrase("show-led-by-yourself")]);
  show_fact(page, "show-where", settings_of(page));
  show_persons(page);
  show_offers(page);
}

void show_pain_rule(const ShowPage& page) {
  if (!page.protocol.pain_rule) return;
  const PainRule& rule = page.catalog[page.protocol.pain_rule];
  page.canvas.heading(page.words().say("show-pain-rule", {{"rule", rule.title}}));
  page.canvas.paragraph(rule.say);
  for (const std::string& line : pain_rule_lines(page.catalog, page.protocol, rule, page.shown.front())) page.canvas.item(line);
  page.canvas.paragraph(origins_of(page.catalog, rule.provenance), 0, Ink::dim);
  if (page.protocol.limits.empty()) return;
  page.canvas.subheading(page.words()["show-stop-rules"]);
  for (const Limit& limit : page.protocol.limits) show_limit(page, limit, nullptr, 0);
}

void show_limit(const ShowPage& page, const Limit& limit, const Phase* phase, std::size_t indent) {
  const auto when = [&](Severity s) { return limit_line(page.catalog, page.protocol, limit, s, phase); };
  print_limit(page.canvas, page.words(), limit, by_severity(page, when), "", indent);
  page.canvas.paragraph(origins_of(page.catalog, limit.criterion.provenance), indent + 2, Ink::dim);
}

std::string origins_of(const Catalog& catalog, const Provenance& p) {
  const Words words = words_of(catalog);
  std::string out;
  Clauses groups(out, words.glue("list-parts"));
  if (p.cite) {
    wording::append_source(groups.next(), catalog[p.cite]);
    if (catalog[p.cite].seen == Source::Seen::secondary) words.wrap(out, 0, "show-read-second-hand", "source");
  }
  const auto append = [&](Phrase label, const std::vector<std::string>& keys) {
    if (keys.empty()) return;
    const auto names = [&](std::string& to) {
      Clauses list(to, words.glue("list"));
      for (const std::string& key : keys) list.next() += key_words(words, key);
    };
    words.append(groups.next(), "labelled", {{"label", words[label]}, {"text", names}});
  };
  append("second-hand", p.secondary);
  append("assumed", p.assumed);
  append("not-confirmed", p.needs_review);
  if (groups.any()) words.wrap(out, 0, "show-origins", "origins");
  return out;
}

std::string amount_words(const Words& words, const Amount& amount, Severity severity) {
  const std::vector<Range>& weeks = amount.weeks[amount.by_severity ? static_cast<std::size_t>(severity) : 0];
  std::string out;
  Clauses clauses(out, words.glue("list"));
  for (std::size_t i = 0; i < weeks.size();) {
    std::size_t end = i + 1;
    while (end < weeks.size() && weeks[end] == weeks[i]) ++end;
    const std::size_t begin = clauses.next().size();
    wording::append_range(out, words, weeks[i]);
    append_weeks(out, begin, words, i, end, weeks.size());
    i = end;
  }
  return out;
}

std::string show_protocol(const Catalog& catalog, const Protocol& protocol, std::optional<Severity> severity, int width,
                          bool color) {
  std::string out;
  Canvas canvas(out, width, color);
  const ShowPage page{catalog, protocol, shown_of(protocol, severity), canvas};
  for (const Section show : sections) show(page);
  return out;
}

}  // namespace rehab
