import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Nearby, NearList} from '../../data/near-list.js';
import type {MapLabels} from '../../map/map-view.js';
import type {RecordList} from '../../model/record-list.js';
import {
  type Commune,
  type Family,
  FAMILIES,
  type Portal,
  type PortalRecord,
  type Project,
} from '../../model/records.js';
import {inLine, type SpokenText} from '../../model/text.js';
import type {Layers, MapLayer} from './layers.js';
import {memo} from '../memo.js';
import {recordName} from '../record-name.js';
import {FIRST_LAYER, Places, type PlacesPart} from './places.js';

type I18n = LocalizeController<'layers' | 'map' | 'projectMap'>;

interface Loaded {
  projects(): RecordList<Project> | undefined;
  portals(): RecordList<Portal> | undefined;
  layers(): Layers['shown'];
  /** Records used for auto-fit if the projects are only the viewport subset. */
  home(): RecordList<Project> | undefined;
}

/** Records shown, in the form that the map needs. Each value is the same object until its inputs change. */
export class ShownRecords {
  readonly #i18n: I18n;
  readonly #loaded: Loaded;

  constructor(i18n: I18n, loaded: Loaded) {
    this.#i18n = i18n;
    this.#loaded = loaded;
  }

  get places(): Places | undefined {
    return this.#places();
  }

  /** Localized texts of the map. */
  get labels(): MapLabels {
    return this.#labels();
  }

  /** True if the family of a project has to be looked up in its portal. */
  get needPortals(): boolean {
    return this.#needPortals();
  }

  at(index: number): PortalRecord {
    return this.#known.at(index);
  }

  familyAt(index: number): Family | undefined {
    return FAMILIES[this.#known.family[index] ?? FAMILIES.length];
  }

  /** Returns the layer of a record; undefined for records of the map itself. */
  layerAt(index: number): MapLayer | undefined {
    return this.#loaded.layers()[this.#known.partOf(index) - 1];
  }

  /** Returns the records near a record, if a distance filter applies. */
  nearbyAt(index: number): Nearby | undefined {
    const part = this.#known.partOf(index);
    const records = part === 0 ? this.#loaded.projects() : this.#loaded.layers()[part - 1]?.records;
    // Lists that are not filtered by distance have no `nearbyAt`.
    return (records as Partial<NearList> | undefined)?.nearbyAt?.(
      index - (this.#known.starts[part] ?? 0),
    );
  }

  /**
   * Returns the number of records by category as text: `4 projets, Monuments : 8`.
   *
   * @param families Number of records by family and layer.
   */
  describe(families: readonly number[]): string {
    const {messages, number} = this.#i18n;
    const own = families.slice(0, FIRST_LAYER).reduce((sum, count) => sum + count, 0);
    const layers = this.#loaded.layers().flatMap(({name}, i) => {
      const count = families[FIRST_LAYER + i] ?? 0;
      return count > 0 ? [messages.layerCount(name, number(count))] : [];
    });
    return (own > 0 ? [messages.projects(own, number(own)), ...layers] : layers).join(', ');
  }

  get #known(): Places {
    return this.places as Places;
  }

  readonly #needPortals = memo(
    () => [this.#loaded.projects()],
    () => {
      const projects = this.#loaded.projects();
      for (let index = 0; projects && index < projects.length; index++) {
        if (projects.familyAt(index) === undefined && projects.portalAt?.(index) !== undefined)
          return true;
      }
      return false;
    },
  );

  readonly #places = memo(
    () => [
      this.#loaded.projects(),
      this.#loaded.portals(),
      this.#loaded.home(),
      this.#i18n.messages,
      ...this.#loaded.layers().flatMap(({records, name, element: {home}, look: {fill, letter}}) => [records, home, name, fill, letter]), // prettier-ignore
    ],
    () => {
      const projects = this.#loaded.projects();
      if (!projects) return undefined;
      const layers = this.#loaded.layers();
      const families = new Map<string, Family | undefined>();
      for (const {id, family} of this.#loaded.portals() ?? []) families.set(String(id), family);
      const parts: PlacesPart[] = [
        {records: projects, collection: 'projects', home: this.#loaded.home()},
        ...layers.map(({records, look, element}): PlacesPart => ({
          records,
          look,
          home: element.home,
          collection: 'resources',
          source: element.key,
        })),
      ];
      return new Places(
        parts,
        portal => families.get(String(portal)),
        record => this.#nameOf(record),
        part => layers[part - 1]?.name,
      );
    },
  );

  readonly #labels = memo(
    () => [
      this.#i18n.messages,
      this.#i18n.language,
      ...this.#loaded.layers().map(({name}) => name),
    ],
    (): MapLabels => {
      const {messages, language, number} = this.#i18n;
      return {
        language,
        map: messages.map,
        help: messages.mapHelp,
        letters: [...FAMILIES.map(family => messages[family].slice(0, 1)), ''],
        cluster: (count, families) =>
          families.length > FIRST_LAYER
            ? messages.clusterOf(number(count), this.describe(families))
            : messages.cluster(count, number(count)),
        number,
      };
    },
  );

  #nameOf(record: PortalRecord): SpokenText {
    const {commune} = record as {readonly commune?: Commune};
    const {value, ...spoken} = recordName(record, this.#i18n);
    return {...spoken, value: inLine([value, this.#i18n.place(commune?.name)], ', ')};
  }
}
