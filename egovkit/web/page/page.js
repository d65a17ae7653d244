// The page: a document in, what is said of it out. Everything is made of text nodes; nothing that was sent becomes markup.
import { ask, kind, prepare, stop } from "./server.js";
import { changed, el, marked } from "./spans.js";
import { language, say, speak } from "./words.js";

const $ = (id) => document.getElementById(id);
const FORMATS = ["docx", "json", "md", "txt", "ris", "bib", "csl", "jsonld", "akn"];

// What was read last: its content, what was said of it, and the findings that are to be mended.
let file = null;
let now = null;
let turn = 0;

class Trouble extends Error {}

function tell(key, ...values) { $("status").textContent = key ? say(key, ...values) : ""; }

function translate() {
  document.documentElement.lang = language();
  for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
  for (const each of document.querySelectorAll("[data-label]")) each.setAttribute("aria-label", say(each.dataset.label));
  $("language").textContent = say("language");
  $("language").lang = language() === "zh" ? "en" : "zh";
  $("promise").textContent = say(`promise_${kind}`) + (kind === "browser" ? say("limits_browser") : "");
  hold();
}

function hold() {
  $("held").hidden = !file;
  $("held-name").textContent = file ? say("held", file.name) : "";
}

async function answered(verb, parameters, content) {
  let answer;
  try {
    answer = await ask(verb, { lang: language(), ...parameters }, content);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Trouble(error instanceof Trouble ? error.message : say(error.key || "unreachable"));
  }
  if (answer.status !== 200) {
    let said;
    try { said = JSON.parse(new TextDecoder().decode(answer.body)).error.message; } catch { said = say("unreachable"); }
    throw new Trouble(said);
  }
  return answer.body;
}

async function json(verb, parameters, content) {
  return JSON.parse(new TextDecoder().decode(await answered(verb, parameters, content)));
}

function day() { return $("on").value ? { on: $("on").value } : {}; }

async function guarded(work) {
  $("trouble").textContent = "";
  $("go").disabled = true;
  $("stop").hidden = false;
  document.body.setAttribute("aria-busy", "true");
  const mine = ++turn;
  try {
    await prepare((...said) => { if (mine === turn) tell(...said); });
    await work(() => mine === turn);
    if (mine === turn) tell("done");
  } catch (error) {
    if (mine !== turn) return;
    tell(error.name === "AbortError" ? "stopped" : null);
    if (error.name !== "AbortError") $("trouble").textContent = error instanceof Trouble ? error.message : say(error.key || "unreachable");
  } finally {
    if (mine === turn) {
      $("go").disabled = false;
      $("stop").hidden = true;
      document.body.removeAttribute("aria-busy");
    }
  }
}

async function read(focus) {
  const content = file ? file.content : $("text").value;
  if (!file && !content.trim()) {
    $("trouble").textContent = say("empty");
    $("text").focus();
    return;
  }
  await guarded(async (current) => {
    tell("working");
    const [document_, report, verified] = await Promise.all([
      json("read", {}, content), json("check", day(), content), json("verify", day(), content),
    ]);
    if (!current()) return;
    now = { content, name: file ? file.name : "", read: document_, report, verified, chosen: new Set(), all: false };
    show();
    await mend(current);
    if (focus) $("h-elements").focus();
  });
}

function show() {
  $("results").hidden = false;
  const { read: { elements }, report, verified } = now;
  const against = verified.claims.filter((claim) => claim.verdict === "contradicts").length;
  const counts = { elements: elements.length, findings: report.findings.length, claims: verified.claims.length };
  $("parts").replaceChildren(...["elements", "findings", "claims", "marked", "result"].map((part) =>
    el("li", {}, el("a", { href: `#h-${part}` }, part in counts ? `${say(part)} ${counts[part]}` : say(part)))));
  $("elements").replaceChildren(elements.length
    ? el("dl", {}, ...elements.flatMap((each) => [el("dt", {}, each.name), el("dd", { lang: "zh" }, ...lined(each.lines))]))
    : el("p", {}, say("nothing")));
  $("report").textContent = [report.verdict_name, say("rules", report.on) + (report.assumed ? say("assumed") : ""),
    say("counted", report.findings.length)].join(" · ");
  $("verified").textContent = [say("counted", verified.claims.length), say("contradict", against)].join(" · ");
  $("claims").replaceChildren(...verified.claims.map(claim));
  $("legend").replaceChildren(...["number", "date", "citation", "framework", "finding"].map((each) => el("span", { class: `key ${each}` }, say(each))));
  $("marked").replaceChildren(...marked(now.read.text, spans()));
  showFindings();
}

function lined(lines) { return lines.flatMap((line, at) => (at ? [el("br", {}), line] : [line])); }

function spans() {
  const of = (found, name) => found.map(({ start, end }) => ({ start, end, kind: name }));
  const { document: held } = now.read;
  return [
    ...of(held.numbers, "number"), ...of(held.dates, "date"), ...of(held.frameworks, "framework"),
    ...now.verified.claims.map(({ start, end }, at) => ({ start, end, kind: "citation", target: `claim-${at}`, id: `cited-${at}`, label: say("citation") })),
    ...now.report.findings.map(({ start, end }, at) => ({ start, end, kind: "finding", target: `finding-${at}`, id: `found-${at}`, label: say("finding") })),
  ];
}

function facts(...pairs) {
  return pairs.filter(([, value]) => value).map(([name, value]) => el("p", {}, el("span", { class: "soft" }, `${say(name)} `), value));
}

function claim(each, at) {
  const named = each.pinpoint ? `${each.text}${each.pinpoint}` : each.text;
  const standing = each.standing_name && [each.standing_name, each.since, each.ground].filter(Boolean).join(" · ");
  const record = each.known && [each.known_title, each.known].filter((one, index, all) => one && all.indexOf(one) === index).join(" · ");
  return el("li", { id: `claim-${at}`, class: each.verdict, tabindex: "-1" },
    el("p", {}, el("b", { class: each.verdict }, each.verdict_name), ` ${each.message}`),
    el("p", { lang: "zh" }, el("a", { href: `#cited-${at}`, "aria-label": `${say("intext")} ${named}` }, named)),
    ...facts(["instead", each.instead], ["record", record], ["standing", standing]),
    each.sources.length ? el("p", { class: "soft" }, `${say("sources")} `, ...listed(each.sources)) : null,
    each.note ? el("p", { class: "soft" }, each.note) : null);
}

function listed(sources) {
  return sources.flatMap((each, at) => [at ? "、" : "", /^https?:\/\//.test(each)
    ? el("a", { href: each, target: "_blank", rel: "noopener noreferrer" }, each) : each]);
}

function showFindings() {
  const { findings } = now.report;
  const mendable = findings.some((each) => each.edit);
  $("all").hidden = $("none").hidden = !mendable;
  $("findings").replaceChildren(...findings.map((each, at) => {
    const taken = now.all || now.chosen.has(each.id);
    const button = each.edit && el("button", {
      type: "button", "aria-pressed": String(taken), "data-id": each.id, "aria-label": `${say(taken ? "mending" : "mend")} ${each.text}`,
    }, say(taken ? "mending" : "mend"));
    return el("li", { id: `finding-${at}`, class: each.severity, tabindex: "-1" },
      el("p", {}, el("b", {}, `${each.code} ${each.severity_name}`), ` ${each.message}`),
      each.end ? el("p", { lang: "zh" }, el("a", { href: `#found-${at}`, "aria-label": `${say("intext")} ${each.text}` }, each.text || each.where)) : null,
      ...facts(["becomes", each.edit && (each.edit.replacement || "∅")], ["suggestion", !each.edit && each.suggestion], ["at", each.where]),
      el("p", { class: "soft", lang: "zh" }, `${each.name} · ${each.clause}`),
      button || null);
  }));
}

async function mend(current) {
  const { content, chosen, all } = now;
  const parameters = { ...day(), ...(all ? {} : { only: [...chosen].join(",") }) };
  const fixed = all || chosen.size ? await json("fix", parameters, content) : { text: now.read.text, source: now.read.text, plan: [] };
  if (!current()) return;
  now.fixed = fixed;
  $("changed").textContent = fixed.plan.length ? say("changed", fixed.plan.length) : say("unchanged");
  $("result").replaceChildren(...changed(fixed.source, fixed.plan));
  // Without a server nothing can be put into the runs of a docx.
  const docx = now.read.format === "docx" && kind === "server";
  const buttons = [
    button("download", () => saveText(fixed.text)),
    docx && fixed.plan.length ? button("download_tracked", () => saveFile({ ...parameters, as: "tracked" })) : null,
    docx && fixed.plan.length ? button("download_file", () => saveFile({ ...parameters, as: "file" })) : null,
    fixed.plan.length ? button("use", () => take(fixed.text)) : null,
  ].filter(Boolean);
  const select = el("select", { id: "to" }, ...FORMATS.map((each) => el("option", { value: each }, each)));
  $("downloads").replaceChildren(...buttons, el("label", { for: "to" }, say("convert")), select, button("save", () => saveAs(select.value)));
}

function button(key, work) {
  const made = el("button", { type: "button", class: key === "download" ? null : "quiet", id: `do-${key}` }, say(key));
  made.addEventListener("click", work);
  return made;
}

function choose(change) {
  change();
  const held = document.activeElement && document.activeElement.dataset.id;
  showFindings();
  // The buttons are new; whoever went through them by the keyboard goes on from where he was.
  const again = held && [...document.querySelectorAll("[data-id]")].find((each) => each.dataset.id === held);
  if (again) again.focus();
  guarded(mend);
}

function stem() { return (now.name || "egovkit").replace(/\.[^.]*$/, ""); }

function save(body, name) {
  const address = URL.createObjectURL(new Blob([body]));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function saveText(text) { save(text, `${stem()}.txt`); }

function saveFile(parameters) {
  guarded(async () => save(await answered("fix", parameters, now.content), `${stem()}-${language() === "zh" ? "改" : "mended"}.docx`));
}

function saveAs(to) {
  // What was mended is a text; what was not may be a file that knows its headings.
  const content = now.fixed.plan.length ? now.fixed.text : now.content;
  guarded(async () => save(await answered("convert", { to }, content), `${stem()}.${to}`));
}

function take(text) {
  file = null;
  $("file").value = "";
  $("text").value = text;
  hold();
  read(false);
}

async function use(given) {
  if (!given) return;
  file = { name: given.name, content: await given.arrayBuffer() };
  hold();
  read(true);
}

$("form").addEventListener("submit", (event) => { event.preventDefault(); read(true); });
$("file").addEventListener("change", () => use($("file").files[0]));
$("leave").addEventListener("click", () => { file = null; $("file").value = ""; hold(); $("text").focus(); });
$("text").addEventListener("input", () => { if (file) { file = null; $("file").value = ""; hold(); } });
$("stop").addEventListener("click", () => { turn += 1; stop(); tell("stopped"); $("go").disabled = false; $("stop").hidden = true; document.body.removeAttribute("aria-busy"); $("go").focus(); });
$("example").addEventListener("click", async () => {
  file = null;
  hold();
  $("text").value = await (await fetch("example.txt")).text();
  read(true);
});
$("all").addEventListener("click", () => choose(() => { now.all = true; now.chosen.clear(); }));
$("none").addEventListener("click", () => choose(() => { now.all = false; now.chosen.clear(); }));
$("findings").addEventListener("click", (event) => {
  const id = event.target.dataset && event.target.dataset.id;
  if (!id) return;
  choose(() => {
    if (now.all) {
      now.all = false;
      now.chosen = new Set(now.report.findings.filter((each) => each.edit).map((each) => each.id));
    }
    if (!now.chosen.delete(id)) now.chosen.add(id);
  });
});
$("language").addEventListener("click", () => {
  speak(language() === "zh" ? "en" : "zh");
  translate();
  if (now) read(false);
});
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    $("drop").classList.toggle("over", name === "dragover");
    if (name === "drop") use(event.dataTransfer.files[0]);
  });
}
document.addEventListener("dragleave", () => $("drop").classList.remove("over"));

speak((new URLSearchParams(location.search).get("lang") || navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en");
translate();
