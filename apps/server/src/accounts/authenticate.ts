import { HttpProblem } from '../http/http-problem.ts';
import type { Authenticate } from '../http/mount-routes.ts';
import { checkOrigin, onlyReads } from './check-origin.ts';
import type { Credentials } from './credentials.ts';
import { readAuthorization } from './read-authorization.ts';
import { type Sessions, hasSessionCookie } from './sessions.ts';
import type { UserDirectory } from './user-directory.ts';

/** What `createAuthenticate` asks. */
interface Sources {
  readonly credentials: Credentials;
  readonly directory: UserDirectory;
  readonly sessions: Sessions;
  readonly publicUrl: string | undefined;
}

/**
 * Tells who sends a request to the API: an `Authorization` header decides alone, otherwise the
 * session's cookie does. What comes from a browser must come from our own pages.
 */
export function createAuthenticate(sources: Sources): Authenticate {
  const { credentials, directory, sessions, publicUrl } = sources;
  return async (request) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const given = readAuthorization(authorization);
      const user = given && (await credentials.byApiKey(given.name, given.secret));
      if (!user) throw wrongKey();
      return user;
    }
    // Logging in is checked as well: a foreign page must not log somebody in as somebody else.
    if (!onlyReads(request.method) || hasSessionCookie(request)) checkOrigin(request, publicUrl);
    const session = await sessions.find(request);
    const user = session && (await directory.activeById(session.user_id));
    return user?.kind === 'person' ? user : undefined;
  };
}

function wrongKey(): HttpProblem {
  return new HttpProblem(
    401,
    'The API key is not valid. Send "Authorization: Bearer key:secret", or the two as Basic.',
    { headers: { 'WWW-Authenticate': 'Bearer' } },
  );
}
