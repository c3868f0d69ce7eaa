// Asks the server that sent this page.

const TOKEN = "plenum-token";

/** A problem that the server told of. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(`${problem.title}: ${problem.found}. What to do: ${problem.remedy}.`);
    this.status = status;
  }
}

export function useToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

export async function models() {
  return (await ask("v1/models")).models;
}

/** What a model says of a picture, which may be prepared in another way than usual. */
export async function predict(model, picture, preparation) {
  const name = encodeURIComponent(model.name);
  const query = new URLSearchParams({
    seen: true,
    votes: model.members > 1,
    ...(preparation && { prepare: preparation }),
  });
  const answer = await ask(`v1/models/${name}:predict?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: picture,
  });
  return answer.predictions[0];
}

async function ask(path, options = {}) {
  const token = sessionStorage.getItem(TOKEN);
  const headers = { ...options.headers, ...(token && { Authorization: `Bearer ${token}` }) };
  let response;
  try {
    response = await fetch(path, { ...options, headers });
  } catch {
    throw new Error("The server cannot be reached. It may have been stopped.");
  }
  if (response.ok) {
    return response.json();
  }
  throw new Refusal(response.status, await response.json());
}
