import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {MapLabels} from '../../map/map-view.js';
import type {RecordList} from '../../model/record-list.js';
import {type Family, FAMILIES, type Portal, type Project} from '../../model/records.js';
import {memo} from './memo.js';
import {Places} from './places.js';

interface Loaded {
  projects(): RecordList<Project> | undefined;
  portals(): RecordList<Portal> | undefined;
}

/** The projects that are shown, and what the map has to know of them. Each is the same object until something changes. */
export class ShownProjects {
  readonly #i18n: LocalizeController<'map' | 'projectMap'>;
  readonly #loaded: Loaded;

  constructor(i18n: LocalizeController<'map' | 'projectMap'>, loaded: Loaded) {
    this.#i18n = i18n;
    this.#loaded = loaded;
  }

  get places(): Places | undefined {
    return this.#places();
  }

  /** The words of the map. */
  get labels(): MapLabels {
    return this.#labels();
  }

  /** Whether a portal has to say of which family a project is. */
  get needPortals(): boolean {
    return this.#needPortals();
  }

  at(index: number): Project {
    return this.#loaded.projects()?.at(index) as Project;
  }

  familyAt(index: number): Family | undefined {
    return FAMILIES[this.places?.family[index] ?? FAMILIES.length];
  }

  readonly #needPortals = memo(
    () => [this.#loaded.projects()],
    () => {
      const projects = this.#loaded.projects();
      for (let index = 0; projects && index < projects.length; index++) {
        if (projects.familyAt(index) === undefined && projects.at(index).portal !== undefined)
          return true;
      }
      return false;
    },
  );

  readonly #places = memo(
    () => [this.#loaded.projects(), this.#loaded.portals(), this.#i18n.messages],
    () => {
      const projects = this.#loaded.projects();
      const families = new Map<string, Family | undefined>();
      for (const {id, family} of this.#loaded.portals() ?? []) families.set(String(id), family);
      const familyOf = ({portal}: Project): Family | undefined => families.get(String(portal));
      return projects && new Places(projects, familyOf, project => this.#nameOf(project));
    },
  );

  readonly #labels = memo(
    () => [this.#i18n.messages, this.#i18n.language],
    (): MapLabels => {
      const {messages, language, number} = this.#i18n;
      return {
        language,
        map: messages.map,
        help: messages.mapHelp,
        letters: [...FAMILIES.map(family => messages[family].slice(0, 1)), ''],
        cluster: count => messages.cluster(count, number(count)),
        number,
      };
    },
  );

  #nameOf({id, title, commune}: Project): string {
    const name = this.#i18n.text(title).value || this.#i18n.messages.untitled(String(id));
    return commune?.name ? `${name}, ${commune.name}` : name;
  }
}
