/** Facts about a project: in its sheet and in the timeline. */
export const projectFacts = {
  budget: 'Budget',
  budgetOfEu: (eu: string) => `${eu} de l’Union européenne`,
  budgetWithEu: (total: string, eu: string) => `${total}, dont ${eu} de l’Union européenne`,
  lead: 'Chef de file',
  sources: 'Sources',
};
