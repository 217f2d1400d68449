import {html, type LitElement, nothing, type TemplateResult} from 'lit';
import {renderButton} from '../elements.js';
import {ConsentRequestEvent} from '../../../events/events.js';
import {safeLink, safeFetchUrl} from '../../../model/schemas/safe-urls.js';
import type {Messages} from '../../../i18n/messages.js';
import {joinFacts} from '../../../model/text.js';
import type {ArchiveStatus, Credit, BasemapSource, RasterTiles} from '../../../map/map-view.js';
import {renderLink} from '../link.js';
import {warnOnce} from '../../base/warn.js';
import {type PresetName, tilesKind} from '../../../model/geo/map-values.js';

interface BasemapProvider {
  /** Short name for buttons, for example `IGN`. */
  readonly provider: string;
  /** Attribution text, shown with the tiles. */
  readonly attribution: string;
  readonly attributionUrl?: string | undefined;
  /** Privacy policy of the provider. */
  readonly policyUrl?: string | undefined;
  /** True if consent is needed. Tiles of the page's own origin need none. */
  readonly isThirdParty: boolean;
}

export type Basemap = BasemapSource & BasemapProvider;

const ign = (layer: string, format: string): RasterTiles & BasemapProvider => ({
  template: `https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=normal&FORMAT=image/${format}&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`,
  maxZoom: 19,
  referrerPolicy: 'strict-origin-when-cross-origin',
  provider: 'IGN',
  attribution: '© IGN',
  attributionUrl: 'https://www.ign.fr/',
  policyUrl: 'https://www.ign.fr/politique-confidentialite-et-donnees-personnelles',
  isThirdParty: true,
});

/** Basemaps by name. Their terms of use: IGN Géoplateforme, and the tile usage policy of OpenStreetMap Belgium. */
const PRESETS: Readonly<Record<PresetName, Basemap>> = {
  ign: ign('GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2', 'png'),
  'ign-ortho': ign('ORTHOIMAGERY.ORTHOPHOTOS', 'jpeg'),
  'osm-be': {
    template: 'https://tile.openstreetmap.be/osmbe/{z}/{x}/{y}.png',
    maxZoom: 18,
    referrerPolicy: 'strict-origin-when-cross-origin',
    provider: 'OpenStreetMap Belgium',
    attribution: '© OpenStreetMap, Champs-Libres',
    attributionUrl: 'https://www.openstreetmap.org/copyright',
    policyUrl: 'https://openstreetmap.be/',
    isThirdParty: true,
  },
};

/** Parses the `tiles` attribute. Returns undefined for no basemap. An archive reports its status to the callback. */
export function parseBasemap(
  value: string,
  attribution: string,
  onArchiveStatus: (status: ArchiveStatus) => void = () => undefined,
): Basemap | undefined {
  if (Object.hasOwn(PRESETS, value)) return PRESETS[value as PresetName];
  const kind = tilesKind(value, document.baseURI);
  const url = kind && safeFetchUrl(value, document.baseURI);
  if (!url) return undefined;
  const {origin, hostname} = new URL(url);
  const provider = {
    provider: hostname,
    attribution: attribution || hostname,
    attributionUrl: safeLink(origin),
    isThirdParty: origin !== location.origin,
  };
  if (kind === 'archive') return {...provider, archive: url, onStatus: onArchiveStatus};
  const referrerPolicy = 'strict-origin-when-cross-origin';
  // URL parsing escapes the braces.
  const template = url.replace(/%7B([zxy])%7D/gi, '{$1}');
  return {...provider, template, maxZoom: 19, referrerPolicy};
}

/** Attributes of the basemap of an element. */
export interface BasemapAttributes {
  readonly tiles: string;
  readonly attribution: string;
  readonly consent: string;
}

type BasemapHost = LitElement & BasemapAttributes;

/** Source of the outlines that are shown without tiles. */
const NATURAL_EARTH = 'Natural Earth';

/** Basemap of a map, and the user's consent to its provider. */
export class BasemapController {
  readonly #host: BasemapHost;
  #key: string | undefined;
  #basemap: Basemap | undefined;
  /** Provider that the user has consented to. Another provider needs a new consent. */
  #acceptedProvider: string | undefined;
  #consent: string | undefined;
  /** Attribution read from the archive; undefined until the archive is shown. */
  #credit: Credit | undefined;
  #problem: 'failed' | 'gaps' | undefined;

  constructor(host: BasemapHost) {
    this.#host = host;
  }

  /** Basemap set by the attributes. The same object until they change: the map engine compares basemaps by identity. */
  get basemap(): Basemap | undefined {
    const {tiles, attribution} = this.#host;
    const key = `${tiles}\n${attribution}`;
    if (key !== this.#key) {
      this.#resetArchiveState();
      const basemap = parseBasemap(tiles, attribution, status => {
        if (this.#basemap === basemap) this.#handleArchiveStatus(status);
      });
      this.#basemap = basemap;
    }
    this.#key = key;
    return this.#basemap;
  }

  /** Basemap that may be requested: undefined while consent is missing. */
  get allowedBasemap(): Basemap | undefined {
    const {basemap} = this;
    const {consent} = this.#host;
    // A change of the `consent` attribute resets the user's choice.
    if (consent !== this.#consent) this.#acceptedProvider = undefined;
    this.#consent = consent;
    const isAllowed =
      consent === 'granted' ||
      (consent !== 'denied' && basemap?.provider === this.#acceptedProvider);
    if (!basemap?.isThirdParty || isAllowed) return basemap;
    this.#resetArchiveState();
    return undefined;
  }

  #resetArchiveState(): void {
    this.#credit = this.#problem = undefined;
  }

  #handleArchiveStatus(status: ArchiveStatus): void {
    if (status.status === 'shown') {
      this.#credit = status.credit;
    } else {
      this.#problem = status.status;
      warnOnce(this.#host, status.reason);
    }
    this.#host.requestUpdate();
  }

  #requestConsent(provider: string): void {
    if (this.#host.dispatchEvent(new ConsentRequestEvent(provider))) void this.#accept(provider);
  }

  /** Grants consent, or withdraws it if `provider` is undefined. Focuses the button for the opposite. */
  async #accept(provider: string | undefined): Promise<void> {
    this.#acceptedProvider = provider;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.consent button')?.focus();
  }

  /** Renders errors of the basemap, the consent question, and the button that withdraws consent. */
  renderConsent(messages: Messages<'map'>): unknown {
    const consentControls = this.#renderConsentControls(messages);
    const problemMessages = {failed: messages.groundFailed, gaps: messages.groundGaps};
    if (!this.#problem && !consentControls) return nothing;
    return html`<div class="consent">
      ${
        this.#problem
          ? html`<p class="ground small" role="alert">${problemMessages[this.#problem]}</p>`
          : nothing
      }
      ${consentControls}
    </div>`;
  }

  #renderConsentControls(messages: Messages<'map'>): TemplateResult | undefined {
    const {basemap, allowedBasemap} = this;
    if (!basemap?.isThirdParty || this.#host.consent === 'denied') return undefined;
    const {provider, policyUrl} = basemap;
    if (allowedBasemap)
      return this.#host.consent === 'granted'
        ? undefined
        : renderButton(messages.tilesHide, () => void this.#accept(undefined));
    return html`${renderButton(messages.tilesAsk(provider), () => this.#requestConsent(provider))}
      <p class="small">
        ${messages.tilesWarning(provider)}
        ${policyUrl ? renderLink(policyUrl, messages.tilesPolicy) : nothing}
      </p>`;
  }

  /**
   * Renders the attribution of the visible basemap.
   *
   * @param groundCredit Credit of the coasts and borders shown without a basemap. Default: the credit of the outlines.
   * @param outlinesNote Text about the outlines, if they are shown.
   * @param end Content after the attribution.
   */
  renderCredit(groundCredit?: Credit, outlinesNote = '', end?: unknown): TemplateResult {
    const outlines = {text: joinFacts([NATURAL_EARTH, outlinesNote])};
    const {text, url} = this.visibleCredit(groundCredit ?? outlines);
    return html`<p class="credit small">${url ? renderLink(url, text) : text}${end}</p>`;
  }

  /** Returns the credit of the visible basemap, or of the ground if there is none. */
  visibleCredit(groundCredit: Credit): Credit {
    const {allowedBasemap} = this;
    if (!allowedBasemap) return groundCredit;
    const {attribution, attributionUrl} = allowedBasemap;
    if (!('archive' in allowedBasemap)) return {text: attribution, url: attributionUrl};
    // Until the archive is shown, only the outlines are visible.
    if (!this.#credit) return groundCredit;
    if (this.#host.attribution) return {text: attribution, url: attributionUrl};
    const {text, url} = this.#credit;
    return {text, url: url && safeLink(url)};
  }
}
