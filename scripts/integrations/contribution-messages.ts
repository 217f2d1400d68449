/** Messages for authors that only the CMS plugins have, in addition to the messages of `spass-portal`. */
export interface CmsMessages {
  bodyTooLarge(megabytes: number): string;
  tooManyRequests(seconds: number): string;
  readonly unavailable: string;
  readonly otherSite: string;
  readonly email: string;
  readonly emailHint: string;
  readonly saveEmail: string;
  readonly emailSaved: string;
  readonly emailInvalid: string;
}

export const CMS_MESSAGES: Readonly<Record<'fr' | 'nl' | 'en' | 'de', CmsMessages>> = {
  fr: {
    bodyTooLarge: megabytes =>
      `L’envoi est trop lourd pour ce site : ${megabytes} Mo au maximum avec toutes les photographies.`,
    tooManyRequests: seconds =>
      `Trop de contributions viennent de cette adresse : patientez ${seconds} s.`,
    unavailable: 'Le site ne peut rien enregistrer pour le moment ; rien n’a été modifié.',
    otherSite: 'Ce site n’accepte pas de contributions envoyées depuis un autre site.',
    email: 'Votre adresse électronique (facultative)',
    emailHint:
      'Elle n’est jamais publiée. Elle permet à l’équipe du site de retrouver votre contribution si vous demandez une copie de vos données ou leur effacement.',
    saveEmail: 'Enregistrer l’adresse',
    emailSaved: 'L’adresse est enregistrée.',
    emailInvalid: 'Cette adresse électronique n’est pas valide.',
  },
  nl: {
    bodyTooLarge: megabytes =>
      `De verzending is te groot voor deze site: hoogstens ${megabytes} MB met alle foto’s.`,
    tooManyRequests: seconds => `Er komen te veel bijdragen van dit adres: wacht ${seconds} s.`,
    unavailable: 'De site kan op dit moment niets opslaan; er is niets gewijzigd.',
    otherSite: 'Deze site accepteert geen bijdragen die vanaf een andere site worden verzonden.',
    email: 'Uw e-mailadres (niet verplicht)',
    emailHint:
      'Het wordt nooit gepubliceerd. Hiermee kan het team van de site uw bijdrage terugvinden als u een kopie van uw gegevens of de verwijdering ervan vraagt.',
    saveEmail: 'Adres opslaan',
    emailSaved: 'Het adres is opgeslagen.',
    emailInvalid: 'Dit e-mailadres is niet geldig.',
  },
  en: {
    bodyTooLarge: megabytes =>
      `The contribution is too large for this site: ${megabytes} MB at most with all photographs.`,
    tooManyRequests: seconds => `Too many contributions from this address: wait ${seconds} s.`,
    unavailable: 'The site cannot store anything at the moment; nothing was changed.',
    otherSite: 'This site does not accept contributions sent from another site.',
    email: 'Your e-mail address (optional)',
    emailHint:
      'It is never published. With it, the site’s team finds your contribution if you ask for a copy of your data or for their erasure.',
    saveEmail: 'Save the address',
    emailSaved: 'The address is saved.',
    emailInvalid: 'This e-mail address is not valid.',
  },
  de: {
    bodyTooLarge: megabytes =>
      `Der Beitrag ist zu groß für diese Website: höchstens ${megabytes} MB mit allen Fotos.`,
    tooManyRequests: seconds =>
      `Zu viele Beiträge von dieser Adresse: Bitte warten Sie ${seconds} s.`,
    unavailable: 'Die Website kann derzeit nichts speichern; es wurde nichts geändert.',
    otherSite:
      'Diese Website nimmt keine Beiträge an, die von einer anderen Website gesendet werden.',
    email: 'Ihre E-Mail-Adresse (freiwillig)',
    emailHint:
      'Sie wird nie veröffentlicht. Damit findet das Team der Website Ihren Beitrag, wenn Sie eine Kopie Ihrer Daten oder deren Löschung verlangen.',
    saveEmail: 'Adresse speichern',
    emailSaved: 'Die Adresse ist gespeichert.',
    emailInvalid: 'Diese E-Mail-Adresse ist nicht gültig.',
  },
};
