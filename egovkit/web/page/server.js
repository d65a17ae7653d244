// Asks the service that this page is from.
let stopping = new AbortController();

export const kind = "server";

export async function prepare() {}

export function stop() {
  stopping.abort();
  stopping = new AbortController();
}

export async function ask(verb, parameters, content) {
  const query = new URLSearchParams(parameters);
  const type = typeof content === "string" ? "text/plain; charset=utf-8" : "application/octet-stream";
  const answer = await fetch(`api/${verb}?${query}`, {
    method: "POST", body: content, headers: { "Content-Type": type }, signal: stopping.signal, credentials: "omit",
  });
  return { status: answer.status, body: await answer.arrayBuffer() };
}
