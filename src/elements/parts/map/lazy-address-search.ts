import {LazyModuleController} from '../../../controllers/lazy-module-controller.js';
import type {AddressHost, AddressSearch, ChooseAddress} from './address-search.js';

/** Search for addresses, loaded once an element has a `geocoder`. */
export class LazyAddressSearch {
  readonly #host: AddressHost;
  readonly #search: LazyModuleController<AddressSearch>;

  constructor(host: AddressHost, onChoose: ChooseAddress) {
    this.#host = host;
    this.#search = new LazyModuleController(
      host,
      () => host.geocoder === 'ban',
      async () => new (await import('./address-search.js')).AddressSearch(host, onChoose),
    );
  }

  /** Loads of the code and of addresses in progress. */
  get pending(): Promise<void>[] {
    const {pending, value} = this.#search;
    return [...pending, ...(value?.pending ?? [])];
  }

  /** Returns undefined without a `geocoder`, and until the code is loaded. */
  render(): unknown {
    return this.#host.geocoder ? this.#search.value?.render() : undefined;
  }
}
