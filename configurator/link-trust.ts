import {requestedHosts} from '../src/tools/snippets/addresses.js';
import type {SnippetSettings} from '../src/tools/snippets/settings.js';

/** Returns the host of a URL, or the text itself if it is none. */
export const hostOf = (url: string): string =>
  URL.canParse(url, location.href) ? new URL(url, location.href).host : url;

/** Addresses that the link to this page names, until the person confirms them. */
export class LinkTrust {
  readonly #hosts: Set<string>;
  /** Folder of the script. */
  #base: string | undefined;

  constructor(initial: SnippetSettings, isTrusted: boolean) {
    this.#hosts = new Set(isTrusted ? [] : requestedHosts(initial, location.href));
    if (!isTrusted && hostOf(initial.base) !== location.host) this.#base = initial.base;
  }

  /** Returns the hosts that would be requested for the data. Nothing is loaded before the person confirms them. */
  unconfirmedHosts(settings: SnippetSettings): readonly string[] {
    if (this.#hosts.size === 0) return [];
    return requestedHosts(settings, location.href).filter(host => this.#hosts.has(host));
  }

  /** Returns the host of the script, until the person confirms it: the snippet would run its code. */
  unconfirmedScriptHost({base}: SnippetSettings): string | undefined {
    return base === this.#base ? hostOf(base) : undefined;
  }

  confirmHosts(): void {
    this.#hosts.clear();
  }

  confirmBase(): void {
    this.#base = undefined;
  }
}
