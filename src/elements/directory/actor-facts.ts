import type {LocalizeController} from '../../controllers/localize-controller.js';
import {directory} from '../../i18n/fr/projects.js';
import type {Actor} from '../../model/directory.js';
import {fold} from '../../model/fold.js';
import {codeAsWords} from '../parts/records/record-labels.js';
import {type LocalizedText, type Text, translationsOf} from '../../model/text.js';

export type GroupBy = 'country' | 'role' | 'none';

export type ActorI18n = LocalizeController<'contact' | 'directory' | 'places'>;

export type ActorFact = LocalizedText & {readonly kind: 'role' | 'type' | 'country'};

/** Returns the roles of an actor without duplicates. The role of project lead comes first. */
export function rolesOf({roles, isLead}: Actor, i18n: ActorI18n): readonly LocalizedText[] {
  // The lead role is shown in the user's language, even if the data have it only in another.
  const isLeadRole = (role: Text): boolean =>
    isLead && translationsOf(role).some(word => fold(word) === fold(directory.leader));
  const otherRoles = roles
    .filter(role => !isLeadRole(role))
    .map(role => i18n.text(role))
    .filter(({value}) => value.trim());
  const all: readonly LocalizedText[] = isLead
    ? [{value: i18n.messages.leader}, ...otherRoles]
    : otherRoles;
  const keys = all.map(({value}) => fold(value));
  return all.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

/** Returns the facts of an actor that the heading of its group does not name. */
export function factsOf(actor: Actor, heading: GroupBy, i18n: ActorI18n): readonly ActorFact[] {
  const {type, country} = actor.organisation;
  const roles = rolesOf(actor, i18n);
  // A source may have one column for both.
  const isRole = roles.some(({value}) => fold(value) === fold(type ?? ''));
  const facts: readonly ActorFact[] = [
    ...roles.slice(Number(heading === 'role')).map(role => ({...role, kind: 'role'}) as const),
    {kind: 'type', value: isRole ? '' : codeAsWords((type ?? '').trim())},
    {kind: 'country', value: country && heading !== 'country' ? i18n.country(country) : ''},
  ];
  return facts.filter(({value}) => value);
}
