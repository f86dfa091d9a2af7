/** Calls a control address of the simulator; an error carries what it said. */
export async function call(method, path, body) {
  const response = await fetch(`/simulator/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (response.status === 204) return undefined;
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  throw new Error(words(text) || `The simulator answered ${response.status}.`);
}

function words(text) {
  try {
    const body = JSON.parse(text);
    return typeof body === 'string' ? body : (body.error ?? Object.values(body).flat().join(' '));
  } catch {
    return text;
  }
}
