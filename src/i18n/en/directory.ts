export const directory = {
  directory: 'Actors and partners',
  searchActor: 'Find an actor',
  noActors: 'No actor matches.',
  actorsAdded: (n: number, added: string) => `${added} ${n === 1 ? 'actor' : 'actors'} added.`,
  actorsMissing: 'Some of the actors could not be loaded.',
  leader: 'Lead partner',
  noCountry: 'Country not stated',
  noRole: 'Role not stated',
  onlyProjects: (n: number, shown: string) =>
    n === 1 ? 'Show only its project' : `Show only its ${shown} projects`,
  onlyPortals: (n: number, shown: string) =>
    n === 1 ? 'Show only its portal' : `Show only its ${shown} portals`,
};
