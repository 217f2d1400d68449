import {formatYears} from '../../controllers/format-period.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {NearbyRecords, NearbyRecordList} from '../../data/nearby-record-list.js';
import type {Caption, MapMessages, ShapeMode} from '../../map/map-view.js';
import type {RecordList} from '../../model/collection/record-list.js';
import {
  type Commune,
  type Family,
  FAMILIES,
  type Picture,
  type Portal,
  type PortalRecord,
  type Project,
  type Resource,
} from '../../model/records.js';
import {joinFacts, type LocalizedText} from '../../model/text.js';
import {daySpan, type DaySpan, overlaps} from '../../model/time/period.js';
import type {LayersController, MapLayer} from './layers-controller.js';
import {memo} from '../../model/memo.js';
import type {WidgetHost} from '../base/widget-view.js';
import {recordName} from '../parts/records/record-labels.js';
import {familyName} from '../parts/records/family-label.js';
import {FIRST_LAYER_CATEGORY, PlaceIndex, type RecordGroup} from './place-index.js';

type ProjectMapI18n = LocalizeController<'layers' | 'map' | 'projectMap'>;

export interface LoadedRecords {
  /** Undefined until they and the messages are loaded. */
  readonly projects: RecordList<Project> | undefined;
  readonly portals: RecordList<Portal> | undefined;
  readonly visibleLayers: LayersController['visible'];
  /** Representation of the lines and areas of the map's own records, and the default of its layers. */
  readonly shapeMode: ShapeMode;
  readonly defaultShapeMode: ShapeMode;
  /** Records used for auto-fit if the projects are only the viewport subset. */
  readonly autoFitRecords: RecordList<Project> | undefined;
}

/** Records shown, in the form that the map needs. Each value is the same object until its inputs change. */
export class ShownRecords {
  readonly #host: WidgetHost;
  readonly #i18n: ProjectMapI18n;
  readonly #loaded: LoadedRecords;

  constructor(host: WidgetHost, i18n: ProjectMapI18n, loaded: LoadedRecords) {
    this.#host = host;
    this.#i18n = i18n;
    this.#loaded = loaded;
  }

  get places(): PlaceIndex | undefined {
    return this.#places();
  }

  /** Localized texts of the map. */
  get mapMessages(): MapMessages {
    return this.#mapMessages();
  }

  at(index: number): PortalRecord {
    return this.#placeIndex.at(index);
  }

  /** Returns a test if a record overlaps a period; undated ones do not. */
  isWithin(period: DaySpan): (index: number) => boolean {
    return index => {
      const span = daySpan((this.at(index) as Partial<Pick<Project, 'period'>>).period);
      return span !== undefined && overlaps(span, period);
    };
  }

  familyAt(index: number): Family | undefined {
    return FAMILIES[this.#placeIndex.family[index] ?? FAMILIES.length];
  }

  /** Returns the picture of a record, else the cover of its portal, if that is loaded. */
  pictureAt(index: number): Picture | undefined {
    const {image, portal} = this.at(index) as Partial<
      Pick<Resource, 'image'> & Pick<Project, 'portal'>
    >;
    if (image || portal === undefined) return image;
    for (const {id, cover} of this.#loaded.portals ?? []) if (id === portal) return cover;
    return undefined;
  }

  /** Returns the layer of a record; undefined for records of the map itself. */
  layerAt(index: number): MapLayer | undefined {
    return this.#loaded.visibleLayers[this.#placeIndex.groupOf(index) - 1];
  }

  /** Returns the records near a record, if a distance filter applies. */
  nearbyAt(index: number): NearbyRecords | undefined {
    const part = this.#placeIndex.groupOf(index);
    const records =
      part === 0 ? this.#loaded.projects : this.#loaded.visibleLayers[part - 1]?.records;
    // Lists that are not filtered by distance have no `nearbyAt`.
    return (records as Partial<NearbyRecordList> | undefined)?.nearbyAt?.(
      index - (this.#placeIndex.groupStarts[part] ?? 0),
    );
  }

  /**
   * Returns the number of records by category as text: `4 projets, Monuments : 8`.
   *
   * @param families Number of records by family and layer.
   */
  describeCounts(families: readonly number[]): string {
    const {messages, number} = this.#i18n;
    const own = families.slice(0, FIRST_LAYER_CATEGORY).reduce((sum, count) => sum + count, 0);
    const layers = this.#loaded.visibleLayers.map(({name}, i) => {
      const count = families[FIRST_LAYER_CATEGORY + i] ?? 0;
      return count > 0 && messages.layerCount(name, number(count));
    });
    return joinFacts([own > 0 && messages.projects(own, number(own)), ...layers], ', ');
  }

  get #placeIndex(): PlaceIndex {
    return this.places as PlaceIndex;
  }

  readonly #places = memo(
    () => [
      this.#loaded.projects,
      this.#loaded.portals,
      this.#loaded.autoFitRecords,
      this.#i18n.messages,
      this.#loaded.shapeMode,
      this.#loaded.defaultShapeMode,
      ...this.#loaded.visibleLayers.flatMap(({records, name, element: {shapes}, data: {autoFitRecords: home}, style: {fill, letter}}) => [records, home, name, shapes, fill, letter]), // prettier-ignore
    ],
    () => {
      const {projects, portals, visibleLayers: layers, autoFitRecords} = this.#loaded;
      const {shapeMode, defaultShapeMode} = this.#loaded;
      if (!projects) return undefined;
      const families = new Map<string, Family | undefined>();
      for (const {id, family} of portals ?? []) families.set(String(id), family);
      const parts: RecordGroup[] = [
        {records: projects, collection: 'projects', autoFitRecords, shapeMode},
        ...layers.map(({element, records, style, data}): RecordGroup => ({
          records,
          style,
          autoFitRecords: data.autoFitRecords,
          collection: 'resources',
          source: data.key,
          shapeMode: element.shapes || defaultShapeMode,
        })),
      ];
      return new PlaceIndex(
        parts,
        portal => families.get(String(portal)),
        record => this.#nameOf(record),
        (part, family) =>
          layers[part - 1]?.name ?? (family && familyName(this.#i18n.messages, family)),
        record => this.#captionOf(record),
      );
    },
  );

  readonly #mapMessages = memo(
    () => [
      this.#i18n.messages,
      this.#i18n.language,
      this.#host.regionName(this.#i18n.messages.map),
      ...this.#loaded.visibleLayers.map(({name}) => name),
    ],
    (): MapMessages => {
      const {messages, language, number} = this.#i18n;
      return {
        language,
        map: this.#host.regionName(messages.map),
        help: messages.mapHelp,
        letters: [...FAMILIES.map(family => messages[family].slice(0, 1)), ''],
        clusterName: (count, families) =>
          families.length > FIRST_LAYER_CATEGORY
            ? messages.clusterOf(number(count), this.describeCounts(families))
            : messages.cluster(count, number(count)),
        formatNumber: number,
      };
    },
  );

  #captionOf(record: PortalRecord): Caption {
    const {value, lang} = recordName(record, this.#i18n);
    const {period} = record as Partial<Pick<Project, 'period'>>;
    return {title: value, lang, note: formatYears(this.#i18n, period)};
  }

  #nameOf(record: PortalRecord): LocalizedText {
    const {commune} = record as {readonly commune?: Commune};
    const {value, ...spoken} = recordName(record, this.#i18n);
    const place = this.#i18n.placeName(commune?.name);
    return {...spoken, value: joinFacts([value, place !== value && place], ', ')};
  }
}
