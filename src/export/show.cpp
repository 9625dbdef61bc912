// A protocol for eyes: everything that its file and the catalog say, each number with its origin.
#include <array>

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

using Section = void (*)(const ShowPage&);

constexpr Section sections[]{show_facts,     show_pain_rule, show_phases,    show_norms,  show_means,
                             show_red_flags, show_texts,     show_questions, show_sources};

std::vector<Severity> shown_of(const Protocol& protocol, std::optional<Severity> severity) {
  if (severity) return {*severity};
  std::vector<Severity> out;
  for (const Severity s : severities)
    if (const std::optional<SeverityOffer>& offer = protocol.severity[static_cast<std::size_t>(s)]; offer && offer->weeks)
      out.push_back(s);
  if (out.empty()) out.assign(severities.begin(), severities.end());
  return out;
}

void fact(const ShowPage& page, std::string_view label, std::string_view text) {
  if (!text.empty()) page.canvas.fact(label, text, show_label);
}

std::string joined(const std::vector<std::string>& texts, std::string_view glue) {
  std::string out;
  for (const std::string& t : texts) (out += out.empty() ? "" : glue) += t;
  return out;
}

std::string questions_of(const Catalog& catalog, const std::vector<Index<Tag>>& tags, std::string_view before) {
  std::string out;
  for (const Index<Tag> tag : tags) (out += out.empty() ? before : " ") += catalog[tag].ask;
  return out;
}

// "8 weeks", "12 weeks, only with a clinician's clearance; a clinician looks after week 4", "no plan: …"
std::string offer_words(const Words& words, const SeverityOffer& offer) {
  if (!offer.refer.empty()) return "no plan: " + offer.refer;
  std::string out;
  text::append_number(out, static_cast<std::int64_t>(offer.weeks.value_or(0)));
  out += " weeks";
  if (offer.clearance) out += ", only with a clinician's clearance";
  std::string_view glue = "; a clinician looks after week ";
  for (const int week : offer.review_weeks) {
    text::append_number(out += glue, static_cast<std::int64_t>(week));
    glue = " and ";
  }
  const std::string doubts = doubts_of(words, offer.provenance);
  return doubts.empty() ? out : out + " (" + doubts + ')';
}

void show_offers(const ShowPage& page) {
  page.canvas.subheading("Severities");
  for (const Severity s : severities) {
    const std::optional<SeverityOffer>& offer = page.protocol.severity[static_cast<std::size_t>(s)];
    if (!offer || (page.only() && s != *page.only())) continue;
    fact(page, name(page.words(), s), offer_words(page.words(), *offer));
    const bool own = !offer->signs.empty() || !page.protocol.condition;
    const std::vector<std::string>& signs =
        own ? offer->signs : page.catalog[page.protocol.condition].signs[static_cast<std::size_t>(s)];
    for (const std::string& sign : signs) page.canvas.item(sign, show_label);
  }
}

void show_persons(const ShowPage& page) {
  fact(page, "Not for you", questions_of(page.catalog, page.protocol.not_for, "if you say yes to one of these: "));
  fact(page, "Ask first", questions_of(page.catalog, page.protocol.clearance_for, "a clinician, if you say yes to one of these: "));
  std::vector<Index<Tag>> always;
  for (std::size_t i = 0; i < page.catalog->tags.size(); ++i)
    if (page.catalog->tags[i].clearance) always.push_back({static_cast<std::uint16_t>(i)});
  fact(page, "Any plan", questions_of(page.catalog, always, "needs a clinician's release if you say yes to one of these: "));
  fact(page, "Release asks", joined(page.protocol.clearance_asks, " "));
}

}  // namespace

void show_facts(const ShowPage& page) {
  const Protocol& p = page.protocol;
  page.canvas.title(p.title);
  page.canvas.paragraph(p.summary);
  page.canvas.blank();
  page.canvas.paragraph(page.words()["disclaimer"], 0, Ink::caution);
  page.canvas.blank();
  fact(page, "Protocol", p.id + ' ' + p.version + (p.licence.empty() ? "" : ", " + p.licence));
  if (p.condition) {
    const Condition& condition = page.catalog[p.condition];
    fact(page, "Condition", condition.title);
    fact(page, "Also called", joined(condition.also, ", "));
    if (condition.clearance) fact(page, "Clearance", "a clinician must release everyone with this condition");
  }
  fact(page, "Studied in", p.population);
  fact(page, "Led by", p.supervision == Protocol::Supervision::clinician ? "a clinician" : "yourself");
  std::string where;
  for (const Protocol::Setting s : p.setting) (where += where.empty() ? "" : ", ") += name(page.words(), s);
  fact(page, "Where", where);
  show_persons(page);
  show_offers(page);
}

void show_pain_rule(const ShowPage& page) {
  if (!page.protocol.pain_rule) return;
  const PainRule& rule = page.catalog[page.protocol.pain_rule];
  page.canvas.heading("Pain rule: " + rule.title);
  page.canvas.paragraph(rule.say);
  for (const std::string& line : pain_rule_lines(page.catalog, page.protocol, rule, page.shown.front())) page.canvas.item(line);
  page.canvas.paragraph(origins_of(page.catalog, rule.provenance), 0, Ink::dim);
  if (page.protocol.limits.empty()) return;
  page.canvas.subheading("Stop rules, in all phases");
  for (const Limit& limit : page.protocol.limits) show_limit(page, limit, nullptr, 0);
}

void show_limit(const ShowPage& page, const Limit& limit, const Phase* phase, std::size_t indent) {
  const auto when = [&](Severity s) { return limit_line(page.catalog, page.protocol, limit, s, phase); };
  print_limit(page.canvas, page.words(), limit, by_severity(page, when), "", indent);
  page.canvas.paragraph(origins_of(page.catalog, limit.criterion.provenance), indent + 2, Ink::dim);
}

std::string origins_of(const Catalog& catalog, const Provenance& p) {
  std::string out;
  if (p.cite) {
    wording::append_source(out, catalog[p.cite]);
    if (catalog[p.cite].seen == Source::Seen::secondary) out += " (read second-hand)";
  }
  const auto append = [&](std::string_view heading, const std::vector<std::string>& keys) {
    if (keys.empty()) return;
    if (!out.empty()) out += "; ";
    out += heading;
    std::string_view glue;
    for (const std::string& key : keys) {
      (out += glue) += key_words(words_of(catalog), key);
      glue = ", ";
    }
  };
  append("second-hand: ", p.secondary);
  append("assumed: ", p.assumed);
  append("not confirmed: ", p.needs_review);
  return out.empty() ? out : '[' + out + ']';
}

std::string amount_words(const Words& words, const Amount& amount, Severity severity) {
  const std::vector<Range>& weeks = amount.weeks[amount.by_severity ? static_cast<std::size_t>(severity) : 0];
  std::string out;
  for (std::size_t i = 0; i < weeks.size();) {
    std::size_t end = i + 1;
    while (end < weeks.size() && weeks[end] == weeks[i]) ++end;
    if (!out.empty()) out += ", ";
    wording::append_range(out, words, weeks[i]);
    const bool last = end == weeks.size();
    if (i > 0 || !last) {
      out += last ? " from week " : end == i + 1 ? " in week " : " in weeks ";
      text::append_number(out, static_cast<std::int64_t>(i + 1));
      if (!last && end > i + 1) text::append_number(out += "–", static_cast<std::int64_t>(end));
    }
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
