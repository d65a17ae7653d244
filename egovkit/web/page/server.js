// Asks the service that this page is from.
let stopping = new AbortController();
// A service that is busy, as one that has just started is, is asked again for so long (milliseconds).
const PATIENCE = 60_000;
const PAUSE = 1_000;

export const kind = "server";

export async function prepare() {}

export function stop() {
  stopping.abort();
  stopping = new AbortController();
}

export async function ask(verb, parameters, content) {
  const query = new URLSearchParams(parameters);
  const type = typeof content === "string" ? "text/plain; charset=utf-8" : "application/octet-stream";
  const { signal } = stopping;
  const until = Date.now() + PATIENCE;
  for (;;) {
    const answer = await fetch(`api/${verb}?${query}`, {
      method: "POST", body: content, headers: { "Content-Type": type }, signal, credentials: "omit",
    });
    if (answer.status !== 503 || Date.now() > until) return { status: answer.status, body: await answer.arrayBuffer() };
    await new Promise((go) => setTimeout(go, PAUSE));
  }
}
