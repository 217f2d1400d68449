import {Problem} from './problem.js';

/**
 * Returns the decoded path segments and the query of a request target.
 *
 * @throws {Problem} 400 if the path is malformed.
 */
export function parseTarget(target: string): {path: string[]; parameters: URLSearchParams} {
  const {pathname, search} = splitTarget(target);
  try {
    const path = pathname.replace(/^\//, '').split('/').map(decodeURIComponent);
    return {path, parameters: new URLSearchParams(search)};
  } catch {
    throw new Problem(400, `${JSON.stringify(pathname)} is not a well-formed address.`);
  }
}

/**
 * Splits a request target into path and query. `new URL` would resolve `..` and read `//host/` as another server. A
 * proxy may send an absolute URL.
 */
function splitTarget(target: string): {pathname: string; search: string} {
  const [url = ''] = target.split('#', 1);
  const rest = url.replace(/^https?:\/\/[^/?]*/i, '');
  const queryStart = rest.indexOf('?');
  return queryStart < 0
    ? {pathname: rest, search: ''}
    : {pathname: rest.slice(0, queryStart), search: rest.slice(queryStart + 1)};
}
