/** Sentence in place of a contribution form, for readers without JavaScript. */
export const FORM_NEEDS_SCRIPT: Readonly<Record<string, string>> = {
  fr: 'Ce formulaire nécessite JavaScript.',
  nl: 'Dit formulier heeft JavaScript nodig.',
  en: 'This form needs JavaScript.',
  de: 'Dieses Formular benötigt JavaScript.',
};

/** Returns the sentence for a contribution form, in its language; empty for another form. */
export const formSentence = (form: Element): string =>
  form.matches('[part=form]')
    ? (FORM_NEEDS_SCRIPT[form.closest('[lang]')?.getAttribute('lang') ?? ''] ?? '')
    : '';
