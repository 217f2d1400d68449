import {warn} from './warn.js';

/** Object shared by the scripts of the CDN build, which declares it around each script (scripts/cdn/classic-scripts.mjs). */
declare const SPASS: {
  /** SHA-256 of each part in base64, by file. A part adds the hashes of its own parts when it runs. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Exports of the scripts that have run, by file. */
  readonly exports: Readonly<Record<string, object>>;
  /** Loads a part, the last one, after those that it needs; the build writes `import()` as a call of this function. */
  load(...files: readonly string[]): Promise<object>;
};

type RunPart = (shared: typeof SPASS) => void;
/** Event that a part dispatches on its script element. */
type PartEvent = CustomEvent<RunPart>;

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: {createScriptURL(address: string): string},
  ): {createScriptURL(address: string): string};
}

/**
 * Reads a property of `document` with the getter of its prototype: an image named "head" or "currentScript" shadows
 * the property, and MooTools replaces the global `Document`.
 */
const documentProperty = (name: 'currentScript' | 'documentElement' | 'head'): unknown =>
  Reflect.get(Object.getPrototypeOf(document) as object, name, document);

const executed = documentProperty('currentScript');
const script = executed instanceof HTMLScriptElement ? executed : undefined;
const scriptUrl = script?.src ?? '';
const nonce = script?.nonce ?? '';

const loads = new Map<string, Promise<object>>();
const META = '<meta name="spass-base" content="…">';

/** Returns the folder of a URL; undefined if it has none, as for an inline script or a `blob:` URL. */
const folderOf = (address: string): string | undefined => {
  try {
    return address ? new URL('.', new URL(address, document.baseURI)).href : undefined;
  } catch {
    return undefined;
  }
};

/** Returns the folder of the parts: from `<meta name="spass-base">`, or the folder of this script. */
const findBase = (): string | undefined => {
  const metaContent = document
    .querySelector<HTMLMetaElement>('meta[name="spass-base"]')
    ?.content.trim();
  if (metaContent) return folderOf(metaContent.endsWith('/') ? metaContent : `${metaContent}/`);
  const scriptTag = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].find(({src}) =>
    /^[^?#]*\/spass-widgets\.js(?:[?#]|$)/.test(src),
  );
  return folderOf(scriptUrl) ?? folderOf(scriptTag?.src ?? '');
};

let policy: {createScriptURL(address: string): string} | null | undefined;

/** Returns a URL as `TrustedScriptURL` if Trusted Types are supported and the policy is allowed. */
const toTrustedUrl = (address: string): string => {
  const factory = (globalThis as {trustedTypes?: PolicyFactory}).trustedTypes;
  if (policy === undefined)
    try {
      policy =
        factory?.createPolicy('spass-widgets', {
          createScriptURL(url) {
            if (!url.startsWith(findBase() ?? '\0')) throw new TypeError(`Not a part: ${url}`);
            return url;
          },
        }) ?? null;
    } catch {
      policy = null; // Refused: a page that does not require trusted script URLs still accepts a string.
    }
  return policy ? policy.createScriptURL(address) : address;
};

const insertScript = (file: string): Promise<RunPart> =>
  new Promise((resolve, reject) => {
    const fail = (message: string) => {
      warn(message);
      reject(new Error(message));
    };
    const base = findBase();
    if (!base) {
      fail(`${META} must name the folder of the parts.`);
      return;
    }
    const script = document.createElement('script');
    const address = new URL(file, base).href;
    try {
      script.src = toTrustedUrl(address);
    } catch {
      fail('Trusted Types refused the policy "spass-widgets": allow it.');
      return;
    }
    script.integrity = `sha256-${SPASS.hashes[file] ?? ''}`;
    script.crossOrigin = 'anonymous';
    if (nonce) script.nonce = nonce;
    let run: RunPart | undefined;
    script.addEventListener('spass-part', event => (run = (event as PartEvent).detail));
    script.addEventListener('load', () => {
      script.remove();
      if (run) resolve(run);
      else fail(`${address} is no part of spass-widgets.`);
    });
    script.addEventListener('error', () => {
      script.remove();
      fail(`${address} could not be loaded, or is not of this version. ${META} names its folder.`);
    });
    // A document may have no `<head>`, but always has a root element.
    ((documentProperty('head') ?? documentProperty('documentElement')) as Element).append(script);
  });

/**
 * Loads parts of the CDN build at the same time, and runs each after those before it. A part is the classic script of
 * that name, checked against the hash from the build. Calls for the same part share one load; a failed load may be
 * repeated.
 */
SPASS.load = (...files) => {
  let last: Promise<object> = Promise.resolve(SPASS);
  for (const file of files) {
    let load = loads.get(file);
    if (!load) {
      load = Promise.all([insertScript(file), last]).then(([run]) => {
        run(SPASS);
        return SPASS.exports[file] as object;
      });
      loads.set(file, load);
      load.catch(() => loads.delete(file));
    }
    last = load;
  }
  return last;
};
