import {formatCount} from './core.js';

export const directory = {
  directory: 'Acteurs et partenaires',
  searchActor: 'Chercher un acteur',
  noActors: 'Aucun acteur ne correspond à la sélection.',
  actorsAdded: (n: number, added: string) =>
    `${formatCount(n, added, 'acteur ajouté', 'acteurs ajoutés')}.`,
  actorsMissing: 'Une partie des acteurs n’a pas pu être chargée.',
  leader: 'Chef de file',
  noCountry: 'Pays non précisé',
  mostly: (country: string) => `${country} sauf mention contraire`,
  noRole: 'Rôle non précisé',
  onlyItsProjects: 'Ne voir que ses projets',
  onlyItsPortals: 'Ne voir que ses portails',
  onlyProjects: (n: number, shown: string) =>
    n < 2 ? 'Ne voir que son projet' : `Ne voir que ses ${formatCount(n, shown, '', 'projets')}`,
  onlyPortals: (n: number, shown: string) =>
    n < 2 ? 'Ne voir que son portail' : `Ne voir que ses ${formatCount(n, shown, '', 'portails')}`,
};
