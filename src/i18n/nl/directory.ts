export const directory = {
  directory: 'Actoren en partners',
  searchActor: 'Een actor zoeken',
  noActors: 'Geen enkele actor voldoet.',
  actorsAdded: (n: number, added: string) =>
    `${added} ${n === 1 ? 'actor' : 'actoren'} toegevoegd.`,
  actorsMissing: 'Een deel van de actoren kon niet worden geladen.',
  leader: 'Projectleider',
  noCountry: 'Land niet vermeld',
  noRole: 'Rol niet vermeld',
  onlyProjects: (n: number, shown: string) =>
    n === 1 ? 'Alleen het project tonen' : `Alleen de ${shown} projecten tonen`,
  onlyPortals: (n: number, shown: string) =>
    n === 1 ? 'Alleen het portaal tonen' : `Alleen de ${shown} portalen tonen`,
};
