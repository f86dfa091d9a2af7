import { connect } from 'node:net';

/**
 * For tests: sends bytes as they are over a connection of their own and returns all that comes
 * back, for requests that a well-behaved client cannot be made to send.
 */
export function sendRaw(url: string, request: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (text) => (answer += String(text)));
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });
}
