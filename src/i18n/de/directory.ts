export const directory = {
  directory: 'Akteure und Partner',
  searchActor: 'Einen Akteur suchen',
  noActors: 'Kein Akteur entspricht der Auswahl.',
  actorsAdded: (n: number, added: string) =>
    `${added} ${n === 1 ? 'Akteur' : 'Akteure'} hinzugefügt.`,
  actorsMissing: 'Ein Teil der Akteure konnte nicht geladen werden.',
  leader: 'Federführung',
  noCountry: 'Ohne Angabe des Landes',
  noRole: 'Ohne Angabe der Rolle',
  onlyProjects: (n: number, shown: string) =>
    n === 1 ? 'Nur dieses Projekt zeigen' : `Nur diese ${shown} Projekte zeigen`,
  onlyPortals: (n: number, shown: string) =>
    n === 1 ? 'Nur dieses Portal zeigen' : `Nur diese ${shown} Portale zeigen`,
};
