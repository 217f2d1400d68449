import {currentScript, ofDocument} from './current-script.js';
import {warn} from './warn.js';

declare global {
  /** What the main script shares with its parts; the build writes it around this module. */
  const SPASS_SHARED: object;
}

/** The SHA-256 of each part in base64, by name: a constant that the build writes around whoever asks for them. */
export type Hashes = Readonly<Record<string, string>>;

/** What a part hands over on its own script element: what it needs, by name, and the function that makes it. */
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

const own = currentScript();
const ownAddress = own?.src ?? '';
const nonce = own?.nonce ?? '';

const loads = new Map<string, Promise<unknown>>();
/** What parts gave, by the name that others need them by. */
const made = new Map<string, object>();
const META = '<meta name="spass-base" content="…">';

/** The folder of an address; undefined where it has none, as an inlined script or one of a blob. */
const folderOf = (address: string): string | undefined => {
  try {
    return address ? new URL('.', new URL(address, document.baseURI)).href : undefined;
  } catch {
    return undefined;
  }
};

/** The folder that holds the parts: what the page says, else where this script came from. */
const findBase = (): string | undefined => {
  const said = document.querySelector<HTMLMetaElement>('meta[name="spass-base"]')?.content.trim();
  if (said) return folderOf(said.endsWith('/') ? said : `${said}/`);
  const named = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].find(({src}) =>
    /^[^?#]*\/spass-widgets\.js(?:[?#]|$)/.test(src),
  );
  return folderOf(ownAddress) ?? folderOf(named?.src ?? '');
};

let policy: {createScriptURL(address: string): string} | null | undefined;

/** The address in the form that Trusted Types ask for, where they are there and let us. */
const trusted = (address: string): string => {
  const factory = (globalThis as {trustedTypes?: PolicyFactory}).trustedTypes;
  if (policy === undefined)
    try {
      policy =
        factory?.createPolicy('spass-widgets', {
          createScriptURL(wanted) {
            if (!wanted.startsWith(findBase() ?? '\0'))
              throw new TypeError(`Not a part: ${wanted}`);
            return wanted;
          },
        }) ?? null;
    } catch {
      policy = null; // Refused: a page that asks for no trusted script address still takes a plain one.
    }
  return policy ? policy.createScriptURL(address) : address;
};

const insert = <T extends object>(name: string, hashes: Hashes): Promise<T> =>
  new Promise((resolve, reject) => {
    const fail = (sentence: string) => {
      warn(sentence);
      reject(new Error(sentence));
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
      script.src = trusted(address);
    } catch {
      fail(`Trusted Types refused ${file}: the policy "spass-widgets" must be allowed.`);
      return;
    }
    script.integrity = `sha256-${hashes[name] ?? ''}`;
    script.crossOrigin = 'anonymous';
    if (nonce) script.nonce = nonce;
    let handedOver = false;
    script.addEventListener('spass-part', event => {
      handedOver = true;
      const {needs, make} = (event as CustomEvent<Part>).detail;
      const exported = {};
      // A part within another was asked for by that one, which is thus there.
      make(
        ...needs.map(need => (need === 'exports' ? exported : (made.get(need) ?? SPASS_SHARED))),
      );
      made.set(`./${file}`, exported);
      resolve(exported as T);
    });
    script.addEventListener('load', () => {
      script.remove();
      if (!handedOver) fail(`${address} ran, but is no part of spass-widgets.`);
    });
    script.addEventListener('error', () => {
      script.remove();
      fail(`${address} could not be loaded, or is not of this version. ${META} names its folder.`);
    });
    // A document may have no head; it always has a root.
    ((ofDocument('head') ?? ofDocument('documentElement')) as Element).append(script);
  });

/**
 * Loads a part of the CDN build: the classic script `spass-<name>.js` beside this one, whose content must have the
 * hash that the build wrote here. All askers share one load; a failed one may be asked for again.
 */
export const loadPart = <T extends object>(name: string, hashes: Hashes): Promise<T> => {
  let load = loads.get(name);
  if (!load) {
    load = insert(name, hashes);
    loads.set(name, load);
    load.catch(() => loads.delete(name));
  }
  return load as Promise<T>;
};
