import type {Photo} from '../../data/contributions/resize-photo.js';
import {html, nothing, type TemplateResult} from 'lit';
import {
  type Receipt,
  RefusedError,
  sendContribution,
} from '../../data/contributions/send-contribution.js';
import {HttpError, LoadError} from '../../data/client/errors.js';
import {ContributionSubmitEvent} from '../../events/events.js';
import type {Geo} from '../../model/geo/geo.js';
import {createDraft, type Draft, DraftController, isBlank, withNewKey} from './draft-controller.js';
import type {ContributeI18n, FormErrors, FormField} from './form-errors.js';
import {serverErrors, validateDraft} from './form-errors.js';
import {
  type DraftForm,
  renderConsent,
  renderNameField,
  renderErrorSummary,
  renderTextField,
  renderHoneypot,
  renderStep,
  renderStorageOption,
  formLabels,
} from './form-fields.js';
import type {ContributionKind} from '../../model/records.js';
import {
  type DataController,
  renderPrivacyNotice,
  renderReceipt,
  renderConfirmation,
  renderSubmissionStatus,
} from './notices.js';
import {endpointOf, formKeyOf, targetOf, SubmissionController} from './submission-controller.js';
import {PhotoField, refuseFiles} from './photo-field.js';
import type {AddressHost} from '../parts/map/address-search.js';
import {PlaceField} from './place-field.js';
import type {SketchField} from '../parts/sketch/sketch-field.js';

export interface FormHost extends AddressHost {
  readonly kind: ContributionKind;
  readonly draft: 'memory' | 'device';
  readonly series: string;
}

/** Members of the view that its form uses. */
export interface FormView {
  readonly dataController: DataController;
  /** Moves the form's own map to a place; zooms in unless it keeps its zoom. */
  showOnFormMap(place: Geo, keepsZoom?: boolean): void;
}

const NO_ERRORS: FormErrors = new Map();

/** Form state from the first character typed to the arrival of the contribution. */
export class ContributionForm implements DraftForm {
  readonly #host: FormHost;
  readonly #i18n: ContributeI18n;
  readonly #view: FormView;
  readonly #draftController: DraftController;
  readonly #submission: SubmissionController;
  readonly #placeField: PlaceField;
  readonly photoField: PhotoField;
  #errors: FormErrors = NO_ERRORS;
  /** Notice above the form, in addition to field errors. */
  #notice: unknown;

  constructor(host: FormHost, i18n: ContributeI18n, view: FormView) {
    this.#host = host;
    this.#i18n = i18n;
    this.#view = view;
    this.#draftController = new DraftController(host, {
      // A restored draft is announced, which needs the messages of the interface language.
      formKey: () => (this.#i18n.isReady ? formKeyOf(host) : undefined),
      isStorageAllowed: () => host.draft === 'device',
      onRestore: draft => this.#handleRestore(draft),
    });
    this.#submission = new SubmissionController(host, {
      send: signal => this.#send(signal),
      onSuccess: receipt => this.#handleSuccess(receipt),
      onFailure: error => this.#handleFailure(error),
      // Views are often taken again where there is no network, and the page is closed before there is one.
      onWaiting: () => this.photoField.retake && this.#draftController.storeIfAllowed(),
    });
    this.photoField = new PhotoField(host, i18n, this);
    this.#placeField = new PlaceField(host, i18n, this);
  }

  get draft(): Draft {
    return this.#draftController.draft;
  }

  /** Promises of work in progress that changes the form. */
  get pending(): Promise<void>[] {
    const fields = [this.#draftController, this.#placeField, this.photoField];
    return fields.flatMap(({pending}) => pending);
  }

  /** Sets a place chosen on the form's own map. */
  choose(place: Geo): void {
    this.#placeField.choose(place, false);
  }

  async focus(id: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.shadowRoot?.getElementById(id)?.focus();
  }

  showOnMap(place: Geo, keepsZoom?: boolean): void {
    this.#view.showOnFormMap(place, keepsZoom);
  }

  /** Line or area being drawn, once its code is loaded; undefined for a point. */
  get sketch(): SketchField | undefined {
    return this.#placeField.sketch;
  }

  /** URL to send contributions to; undefined if the source accepts none or is still loading. */
  get endpoint(): string | undefined {
    return endpointOf(this.#host);
  }

  readonly updateDraft = (changes: Partial<Draft>): void => {
    this.#draftController.update(changes);
    // Removes corrected errors at once. New errors are shown only on the next submit.
    if (this.#errors.size > 0) {
      const shown = this.#errors;
      this.#errors = new Map([...this.#validate()].filter(([field]) => shown.has(field)));
    }
  };

  #validate(): FormErrors {
    return validateDraft(this.draft, this.#host.kind, this.#i18n, this.#placeField.sketchError);
  }

  #handleRestore(draft: Draft): void {
    if (draft.isSent) this.#submission.resume();
    else if (!isBlank(draft) && !draft.receipt) {
      const {draftFound} = this.#i18n.messages;
      this.#notice = draftFound;
      this.#host.status.announce(draftFound);
    }
  }

  readonly #submit = async (): Promise<void> => {
    const {messages} = this.#i18n;
    await Promise.all([this.photoField.processed, ...this.#placeField.pending]);
    this.#notice = undefined;
    this.#errors = this.#validate();
    const trap = this.#host.shadowRoot?.querySelector<HTMLInputElement>('#website');
    if (trap?.value) {
      trap.value = '';
      this.#notice = messages.looksLikeRobot;
    }
    if (this.#errors.size > 0 || this.#notice) {
      this.#placeField.openInvalid();
      this.#host.requestUpdate();
      await this.focus('summary');
      return;
    }
    const {contribution, photos} = this.#payload();
    const blobs = photos.map(({blob}) => blob);
    const submit = new ContributionSubmitEvent(contribution, blobs);
    if (!this.#host.dispatchEvent(submit)) return;
    this.#draftController.update({isSent: true, submitted: contribution});
    this.#submission.start();
    await this.focus('waiting');
  };

  /** Contribution and photographs to send. */
  #payload() {
    const {text, name, photos} = this.draft;
    const contribution = {
      kind: this.#host.kind,
      ...this.photoField.retake?.fields,
      ...(text.trim() ? {text: text.trim()} : {}),
      ...this.#placeField.located(this.#host.kind),
      ...(name.trim() ? {name: name.trim()} : {}),
      ...targetOf(this.#host),
    };
    return {contribution, photos: photos.filter((one): one is Photo => one !== undefined)};
  }

  async #send(signal: AbortSignal): Promise<Receipt> {
    const {endpoint} = this;
    if (!endpoint) throw new LoadError('unsupported', 'api', 'it takes no contributions');
    const {contribution, photos} = this.#payload();
    const {key: idempotencyKey, submitted = contribution} = this.draft;
    const alts = photos.map(({alt}) => (alt.trim() ? {alt: alt.trim()} : {}));
    const request = {
      idempotencyKey,
      contribution: {...submitted, ...(alts.length ? {photos: alts} : {})},
      photos: photos.map(({blob}) => blob),
    };
    return sendContribution(endpoint, request, this.#i18n.language, signal);
  }

  #handleSuccess(receipt: Receipt): void {
    this.#draftController.update({...createDraft(), receipt});
    this.photoField.clearErrors();
    this.#notice = undefined;
    this.#host.status.announce(this.#i18n.messages.thanks);
    void this.focus('thanks');
  }

  #handleFailure(error: unknown): void {
    const {messages} = this.#i18n;
    this.#draftController.update({isSent: false});
    if (error instanceof RefusedError) {
      const {errors, other} = serverErrors(error.fieldErrors);
      this.#errors = errors;
      this.#notice = other || (errors.size ? undefined : error.message || messages.notTaken);
    } else {
      this.#notice = messages.notTaken;
      this.#host.warn(error instanceof Error ? error.message : String(error));
    }
    const earlier = error instanceof RefusedError ? error.earlierReceipt : undefined;
    if (earlier) {
      this.#notice = html`<p>${messages.earlier}</p>
        ${renderReceipt(earlier, messages)}`;
    }
    // The server has, or had, a contribution with this key: the current text becomes a new contribution.
    if (earlier || (error instanceof HttpError && error.status === 410))
      this.#draftController.update(withNewKey(this.draft));
    void this.focus('summary');
  }

  readonly #edit = (): void => {
    this.#submission.stop();
    this.#draftController.update({isSent: false});
    void this.focus('text');
  };

  readonly #delete = (): void => {
    this.#submission.stop();
    this.#reset();
    this.#host.status.announce(this.#i18n.messages.draftDeleted);
  };

  readonly #reset = (): void => {
    this.#errors = NO_ERRORS;
    this.#notice = undefined;
    this.#draftController.clear();
    void this.focus('text');
  };

  /** Renders the form, or the confirmation after a contribution has arrived. */
  render(map: TemplateResult): TemplateResult {
    const i18n = this.#i18n;
    const {draft, updateDraft} = this;
    const {kind} = this.#host;
    if (draft.receipt)
      return renderConfirmation(draft.receipt, this.#host.level, i18n, this.#reset);
    const focusField = (field: FormField): void =>
      void this.focus(field === 'geo' ? this.#placeField.openInvalid() : field);
    const errorOf = (field: FormField): string | undefined => this.#errors.get(field);
    const photos = this.photoField.render(kind, errorOf('photos'));
    const photoStep = renderStep(draft.photos.some(Boolean), photos);
    // A person who continues a series has come to take the photograph.
    const isPhotoFirst = Boolean(this.#host.series);
    const text = renderTextField(draft, kind, this.#errors, i18n, updateDraft);
    const place = this.#placeField.render(kind, errorOf('geo'), map);
    return html`<form
      part="form"
      novalidate
      aria-label=${this.#host.regionName(formLabels(kind, i18n).form)}
      @submit=${(submit: Event) => submit.preventDefault()}
      @dragover=${refuseFiles}
    >
      ${renderErrorSummary(this.#errors, this.#notice, i18n, focusField)}
      <fieldset class="fields" role="none" ?disabled=${draft.isSent}>
        ${isPhotoFirst ? photoStep : nothing} ${renderStep(draft.text.trim() !== '', text)}
        ${renderStep(draft.geo !== undefined || draft.vertices.length > 1, place)}
        ${isPhotoFirst ? nothing : photoStep}
        ${renderStep(draft.consent, [
          renderNameField(draft, this.#errors, i18n, updateDraft),
          renderHoneypot(i18n),
          renderConsent(draft, this.#errors, i18n, updateDraft),
        ])}
      </fieldset>
      ${renderPrivacyNotice(this.#view.dataController, i18n)}
      ${this.#host.draft === 'device' ? renderStorageOption(this.#draftController, i18n) : nothing}
      ${
        draft.isSent
          ? renderSubmissionStatus(this.#submission.state, this.#draftController.isKept, i18n, {
              retry: () => this.#submission.start(),
              edit: this.#edit,
              delete: this.#delete,
            })
          : html`<p class="afterwards">${i18n.messages.sendNext}</p>
              <button class="button send" type="button" @click=${this.#submit}>
                ${i18n.messages.send}
              </button>`
      }
    </form>`;
  }
}
