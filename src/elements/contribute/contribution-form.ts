import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {type Receipt, RefusedError, sendContribution} from '../../data/contributing.js';
import {HttpError, LoadError} from '../../data/errors.js';
import {ContributionSubmitEvent} from '../../events/contribution-submit-event.js';
import type {Geo} from '../../model/geo.js';
import type {Selection} from '../../model/selection.js';
import type {Draft} from './draft.js';
import {isBlank, newDraft, type Photo, underNewKey} from './draft.js';
import {DraftController} from './draft-controller.js';
import {type Errors, errorsFrom, errorsIn, type Field} from './errors.js';
import {renderBox, renderName, renderSummary, renderText, renderTrap, titlesOf} from './form.js';
import type {Kind} from './kinds.js';
import {type Keeper, renderPrivacy, renderReceipt, renderThanks, renderWaiting} from './notices.js';
import {PhotoField} from './photo-field.js';
import {PlaceField} from './place-field.js';
import {Sending} from './sending.js';
import type {Words} from './words.js';

/** Settings of the form that the page sets by attributes. */
interface Settings {
  readonly kind: Kind;
  readonly draft: 'memory' | 'device';
  readonly places: string;
}

type Host = ReactiveControllerHost & HTMLElement & Settings;

interface Options {
  /** URL to send contributions to; undefined if the source accepts none or is still loading. */
  address(): string | undefined;
  /** Portal and project that contributions belong to. */
  target(): {readonly portal?: string; readonly project?: string};
  selection(): Selection;
  keeper(): Keeper;
  level(): number;
  announce(sentence: string): void;
  warn(line: string): void;
  /** Moves the form's own map to a place. */
  show(place: Geo): void;
}

const NO_ERRORS: Errors = new Map();

/** Form state from the first character typed to the arrival of the contribution. */
export class ContributionForm {
  readonly #host: Host;
  readonly #i18n: Words;
  readonly #options: Options;
  readonly #drafts: DraftController;
  readonly #sending: Sending;
  readonly #place: PlaceField;
  readonly #photos: PhotoField;
  #errors: Errors = NO_ERRORS;
  /** Notice above the form, in addition to field errors. */
  #notice: unknown;

  constructor(host: Host, i18n: Words, options: Options) {
    this.#host = host;
    this.#i18n = i18n;
    this.#options = options;
    this.#drafts = new DraftController(host, {
      // A restored draft is announced, which needs the messages of the interface language.
      name: () => (this.#i18n.isReady ? this.#name : undefined),
      mayKeep: () => host.draft === 'device',
      found: draft => this.#found(draft),
    });
    this.#sending = new Sending(host, {
      send: signal => this.#send(signal),
      arrived: receipt => this.#arrived(receipt),
      failed: error => this.#failed(error),
    });
    const parts = {
      draft: () => this.draft,
      set: (part: Partial<Draft>) => this.#set(part),
      announce: (sentence: string) => options.announce(sentence),
      focus: (id: string) => void this.focus(id),
    };
    this.#photos = new PhotoField(host, i18n, parts);
    this.#place = new PlaceField(host, i18n, {
      ...parts,
      warn: line => options.warn(line),
      places: () => host.places,
      elsewhere: () => {
        const selection = options.selection();
        return selection.canShow ? answer => selection.ask(answer) : undefined;
      },
      show: place => options.show(place),
    });
  }

  get draft(): Draft {
    return this.#drafts.draft;
  }

  /** Promises of work in progress that changes the form. */
  get pending(): Promise<void>[] {
    return this.#photos.isWorking
      ? [...this.#drafts.pending, this.#photos.settled]
      : this.#drafts.pending;
  }

  /** Sets a place chosen on the form's own map. */
  choose(place: Geo): void {
    this.#place.choose(place, false);
  }

  async focus(id: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.shadowRoot?.getElementById(id)?.focus();
  }

  /** Key that identifies the form, so that its draft is not shown in another one. */
  get #name(): string | undefined {
    const address = this.#options.address();
    const {portal, project} = this.#options.target();
    return address && JSON.stringify([address, this.#host.kind, portal, project]);
  }

  #set(part: Partial<Draft>): void {
    this.#drafts.set(part);
    // Removes corrected errors at once. New errors are shown only on the next submit.
    if (this.#errors.size > 0) {
      const still = errorsIn(this.draft, this.#host.kind, this.#i18n);
      this.#errors = new Map([...this.#errors].filter(([field]) => still.has(field)));
    }
  }

  #found(draft: Draft): void {
    if (draft.isSent) this.#sending.resume();
    else if (!isBlank(draft) && !draft.receipt) {
      const {draftFound} = this.#i18n.messages;
      this.#notice = draftFound;
      this.#options.announce(draftFound);
    }
  }

  readonly #submit = async (): Promise<void> => {
    const {messages} = this.#i18n;
    await this.#photos.settled;
    this.#notice = undefined;
    this.#errors = errorsIn(this.draft, this.#host.kind, this.#i18n);
    const trap = this.#host.shadowRoot?.querySelector<HTMLInputElement>('#website');
    if (trap?.value) {
      trap.value = '';
      this.#notice = messages.looksLikeRobot;
    }
    if (this.#errors.size > 0 || this.#notice) {
      this.#host.requestUpdate();
      await this.focus('summary');
      return;
    }
    const {contribution, photos} = this.#outgoing();
    const blobs = photos.map(({blob}) => blob);
    const submit = new ContributionSubmitEvent(contribution, blobs);
    if (!this.#host.dispatchEvent(submit)) return;
    this.#drafts.set({isSent: true});
    this.#sending.start();
    await this.focus('waiting');
  };

  /** Contribution and photographs to send. */
  #outgoing() {
    const {text, name, geo, photos} = this.draft;
    const contribution = {
      kind: this.#host.kind,
      ...(text.trim() ? {text: text.trim()} : {}),
      ...(geo ? {geo} : {}),
      ...(name.trim() ? {name: name.trim()} : {}),
      ...this.#options.target(),
    };
    return {contribution, photos: photos.filter((one): one is Photo => one !== undefined)};
  }

  async #send(signal: AbortSignal): Promise<Receipt> {
    const address = this.#options.address();
    if (!address) throw new LoadError('unsupported', 'api', 'it takes no contributions');
    const {contribution, photos} = this.#outgoing();
    const alts = photos.map(({alt}) => (alt.trim() ? {alt: alt.trim()} : {}));
    const outgoing = {
      key: this.draft.key,
      contribution: {...contribution, ...(alts.length ? {photos: alts} : {})},
      photos: photos.map(({blob}) => blob),
    };
    return sendContribution(address, outgoing, this.#i18n.language, signal);
  }

  #arrived(receipt: Receipt): void {
    this.#drafts.set({...newDraft(), receipt});
    this.#photos.clear();
    this.#notice = undefined;
    this.#options.announce(this.#i18n.messages.thanks);
    void this.focus('thanks');
  }

  #failed(error: unknown): void {
    const {messages} = this.#i18n;
    this.#drafts.set({isSent: false});
    if (error instanceof RefusedError) {
      const {errors, rest} = errorsFrom(error.faults);
      this.#errors = errors;
      this.#notice = rest || (errors.size ? undefined : error.message || messages.notTaken);
    } else {
      this.#notice = messages.notTaken;
      this.#options.warn(error instanceof Error ? error.message : String(error));
    }
    const earlier = error instanceof RefusedError ? error.earlier : undefined;
    if (earlier) {
      this.#notice = html`<p>${messages.earlier}</p>
        ${renderReceipt(earlier, messages)}`;
    }
    // The server has, or had, a contribution with this key: the current text becomes a new contribution.
    if (earlier || (error instanceof HttpError && error.status === 410))
      this.#drafts.set(underNewKey(this.draft));
    void this.focus('summary');
  }

  readonly #edit = (): void => {
    this.#sending.stop();
    this.#drafts.set({isSent: false});
    void this.focus('text');
  };

  readonly #again = (): void => {
    this.#errors = NO_ERRORS;
    this.#notice = undefined;
    this.#drafts.clear();
    void this.focus('text');
  };

  /**
   * Renders the form, or the confirmation after a contribution has arrived.
   *
   * @param map Form's own map, or `nothing` if places are chosen on another map of the page.
   */
  render(map: unknown): TemplateResult {
    const i18n = this.#i18n;
    const {draft} = this;
    const {kind} = this.#host;
    if (draft.receipt) return renderThanks(draft.receipt, this.#options.level(), i18n, this.#again);
    const set = (part: Partial<Draft>): void => this.#set(part);
    const go = (field: Field): void => void this.focus(field);
    const error = (field: Field): string | undefined => this.#errors.get(field);
    return html`<form
      part="form"
      novalidate
      aria-label=${titlesOf(kind, i18n).form}
      @submit=${(submit: Event) => submit.preventDefault()}
    >
      ${renderSummary(this.#errors, this.#notice, i18n, go)}
      <fieldset class="fields" ?disabled=${draft.isSent}>
        ${renderText(draft, kind, this.#errors, i18n, set)}
        ${this.#place.render(kind, error('geo'), map)} ${this.#photos.render(kind, error('photos'))}
        ${renderName(draft, this.#errors, i18n, set)} ${renderTrap(i18n)}
        ${renderPrivacy(this.#options.keeper(), i18n)}
        ${renderBox(
          {id: 'consent', label: i18n.messages.consent, error: error('consent'), isMandatory: true},
          draft.consent,
          isTicked => this.#set({consent: isTicked}),
        )}
      </fieldset>
      ${this.#renderKeep()}
      ${
        draft.isSent
          ? renderWaiting(this.#sending.state, this.#drafts.isKept, i18n, {
              now: () => this.#sending.start(),
              edit: this.#edit,
            })
          : html`<button class="button send" type="button" @click=${this.#submit}>
              ${i18n.messages.send}
            </button>`
      }
    </form>`;
  }

  /** Renders the option to store the draft on the device; also while a contribution waits to be sent. */
  #renderKeep(): unknown {
    if (this.#host.draft !== 'device') return nothing;
    const {messages} = this.#i18n;
    const {isKept, isRefused} = this.#drafts;
    const keep = {
      id: 'keep',
      label: messages.keepDraft,
      hint: messages.keepDraftHint,
      error: isRefused ? messages.draftRefused : undefined,
    };
    return renderBox(keep, isKept, isTicked => this.#drafts.setKept(isTicked));
  }
}
