// Ask the search of the built site, as its pages do: the theme's own worker, with the index of a language.
// node search.js SITE FOLDER < queries, one a line; prints for each a JSON list of the pages found, best first.
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [site, folder] = process.argv.slice(2);
const workers = path.join(site, "assets", "javascripts", "workers");
const worker = path.join(workers, fs.readdirSync(workers).find((name) => /^search\..*\.js$/.test(name)));
const answers = [];
let listener;
const context = {
  addEventListener: (_, called) => { listener = called; },
  postMessage: (message) => answers.push(message),
  importScripts: (...scripts) => scripts.forEach((each) => load(path.join(workers, each))),
  console, URL,
};
context.self = context;
vm.createContext(context);
const load = (file) => vm.runInContext(fs.readFileSync(file, "utf-8"), context, { filename: file });
load(worker);

const ask = async (message) => {
  const before = answers.length;
  listener({ data: message });
  while (answers.length === before) await new Promise((done) => setTimeout(done, 1));
  return answers.at(-1);
};

(async () => {
  const index = JSON.parse(fs.readFileSync(path.join(site, folder, "search", "search_index.json"), "utf-8"));
  // What the page's script makes of the index before it hands it on.
  if (index.config.lang.length === 1 && index.config.lang[0] === "en") index.config.lang = ["en"];
  index.options = { suggest: true };
  await ask({ type: 0, data: index });
  const queries = fs.readFileSync(0, "utf-8").split("\n").filter((line) => line);
  for (const query of queries) {
    const { data } = await ask({ type: 2, data: query });
    // A result is a page with those of its sections that were found.
    console.log(JSON.stringify(data.items.slice(0, 10).map((item) => item[0].location.split("#")[0])));
  }
})();
