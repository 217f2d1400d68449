/** Time after a failure, in milliseconds, during which further failures of the page are not announced. */
const SILENCE_MS = 1000;

let announcer: Element | undefined;
let lastFailure = -Infinity;

/**
 * Returns true if a failure of a widget is to be announced: the first of several at once. A widget takes the
 * announcement over from those inside it, which it hides if all of them fail.
 */
export function claimFailure(host: Element): boolean {
  const now = performance.now();
  const isFirst =
    now - lastFailure > SILENCE_MS || !announcer?.isConnected || isInside(announcer, host);
  lastFailure = now;
  if (isFirst) announcer = host;
  return isFirst;
}

/** Lets the next failure be announced, even soon after another one: it answers an action of the user. */
export function releaseFailures(): void {
  lastFailure = -Infinity;
}

/** True if an element is in the shadow tree of another one. */
function isInside(element: Element, outer: Element): boolean {
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return host !== undefined && (host === outer || isInside(host, outer));
}
