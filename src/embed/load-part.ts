import {currentScript, documentProperty} from './current-script.js';
import {warn} from './warn.js';

declare global {
  /** Modules that the main script shares with its parts, added by the build. */
  const SPASS_SHARED: object;
}

/** SHA-256 of each part in base64, by name. The build defines a constant of this type around the calling module. */
export type Hashes = Readonly<Record<string, string>>;

/** Detail of the event that a part dispatches on its script element: names of its dependencies, and its factory. */
interface Part {
  readonly needs: readonly string[];
  readonly make: (...given: object[]) => void;
}

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: {createScriptURL(address: string): string},
  ): {createScriptURL(address: string): string};
}

const script = currentScript();
const scriptUrl = script?.src ?? '';
const nonce = script?.nonce ?? '';

const loads = new Map<string, Promise<unknown>>();
/** Exports of loaded parts, by the name that other parts import them by. */
const partExports = new Map<string, object>();
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

const insertScript = <T extends object>(name: string, hashes: Hashes): Promise<T> =>
  new Promise((resolve, reject) => {
    const fail = (message: string) => {
      warn(message);
      reject(new Error(message));
    };
    const file = `spass-${name}.js`;
    const base = findBase();
    if (!base) {
      fail(`Where is ${file}? ${META} says which folder holds it.`);
      return;
    }
    const script = document.createElement('script');
    const address = base + file;
    try {
      script.src = toTrustedUrl(address);
    } catch {
      fail(`Trusted Types refused ${file}: the policy "spass-widgets" must be allowed.`);
      return;
    }
    script.integrity = `sha256-${hashes[name] ?? ''}`;
    script.crossOrigin = 'anonymous';
    if (nonce) script.nonce = nonce;
    let hasRegistered = false;
    script.addEventListener('spass-part', event => {
      hasRegistered = true;
      const {needs, make} = (event as CustomEvent<Part>).detail;
      const moduleExports = {};
      // A dependency is either in the main script or a part that has been loaded before and imports this one.
      make(
        ...needs.map(need =>
          need === 'exports' ? moduleExports : (partExports.get(need) ?? SPASS_SHARED),
        ),
      );
      partExports.set(`./${file}`, moduleExports);
      resolve(moduleExports as T);
    });
    script.addEventListener('load', () => {
      script.remove();
      if (!hasRegistered) fail(`${address} ran, but is no part of spass-widgets.`);
    });
    script.addEventListener('error', () => {
      script.remove();
      fail(`${address} could not be loaded, or is not of this version. ${META} names its folder.`);
    });
    // A document may have no `<head>`, but always has a root element.
    ((documentProperty('head') ?? documentProperty('documentElement')) as Element).append(script);
  });

/**
 * Loads a part of the CDN build: the classic script `spass-<name>.js`, checked against the hash from the build. Calls
 * for
 * the same part share one load; a failed load may be repeated.
 */
export const loadPart = <T extends object>(name: string, hashes: Hashes): Promise<T> => {
  let load = loads.get(name);
  if (!load) {
    load = insertScript(name, hashes);
    loads.set(name, load);
    load.catch(() => loads.delete(name));
  }
  return load as Promise<T>;
};
