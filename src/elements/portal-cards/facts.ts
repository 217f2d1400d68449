import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Portal} from '../../model/records.js';
import type {RelatedRecords} from './related-records.js';

/** Returns short facts about a portal, the most important first. */
export function factsOf(
  portal: Portal,
  i18n: LocalizeController<'portalCards'>,
  related: RelatedRecords,
  colon: string,
): readonly string[] {
  const {messages} = i18n;
  const {territory, counts = {}, actors = [], cover} = portal;
  const sections = Object.entries(counts).map(([section, count]) => {
    const name = (messages as Readonly<Record<string, unknown>>)[section];
    return `${typeof name === 'string' ? name : section}${colon}${i18n.number(count)}`;
  });
  return [
    i18n.text(related.programmeOf(portal)?.title).value,
    i18n.placeName(territory?.name),
    ...sections,
    actors.length ? messages.actors(actors.length, i18n.number(actors.length)) : '',
    languagesOf(portal, i18n),
    cover?.credit ? `${messages.picture}${colon}${cover.credit}` : '',
  ].filter(Boolean);
}

/** Returns the languages of a portal as `FR/NL`, or an empty string if the user's language is the only one. */
function languagesOf({languages = []}: Portal, {language}: LocalizeController): string {
  return languages.some(code => !language.startsWith(code))
    ? languages.join('/').toUpperCase()
    : '';
}
