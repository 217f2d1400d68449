import type {Programme, Project} from '../../src/model/records.js';

/** Four programmes, in two generations and without one; projects of every kind that a timeline renders. */
export const interregIv: Programme = {
  id: 'iv-fwv',
  title: {fr: 'Interreg IV France-Wallonie-Vlaanderen'},
  generation: 'IV',
  strand: 'A',
  period: {start: '2007', end: '2013'},
  fund: {name: 'FEDER', amount: 138_000_000},
  funding: {text: {fr: 'Cofinancé par l’Union européenne'}},
};

export const twoSeas: Programme = {
  id: 'iv-2mers',
  title: {fr: 'Interreg IV A des 2 Mers', nl: 'Interreg IV A 2 Zeeën'},
  generation: 'IV',
  strand: 'A',
  period: {start: '2007', end: '2013'},
  funding: {text: {fr: 'Cofinancé par l’Union européenne'}},
};

export const interregVi: Programme = {
  id: 6,
  title: 'Interreg VI',
  generation: 'VI',
  period: {start: '2021', end: '2027'},
};

export const leader: Programme = {
  id: 'leader',
  title: 'LEADER',
  fund: {name: 'FEADER'},
  period: {start: '2014'},
};

export const programmes: readonly Programme[] = [interregVi, leader, interregIv, twoSeas];

/** Project that extends beyond its programme. */
export const heritage: Project = {
  id: 'patrimoine',
  title: 'Trans-formation du patrimoine',
  url: 'https://example.org/patrimoine',
  family: 'acteur',
  programme: 'iv-fwv',
  period: {start: '2010', end: '2014'},
  datePrecision: 'circa',
};

export const landscapes: Project = {
  id: 'paysages',
  title: {fr: 'Paysages en transformation', nl: 'Landschappen in verandering'},
  url: 'https://example.org/paysages',
  family: 'theme',
  programme: 'iv-fwv',
  period: {start: '2008-09-01', end: '2013-06-30'},
  budget: {total: 3_739_433, eu: 1_789_026, currency: 'EUR'},
  lead: 'PNR de l’Avesnois',
  sources: [
    {title: 'Le projet', url: 'https://example.org/paysages'},
    {title: 'Sa fiche', url: 'https://example.org/fiche'},
  ],
};

export const portfolio: Project = {
  id: 'eutopia',
  title: 'EUTOPIA',
  url: 'https://example.org/eutopia',
  programme: 6,
  period: {start: '2024', end: '2029'},
};

/** Part of a portfolio, ongoing. */
export const part: Project = {
  id: 'clim-monts',
  title: 'Clim@Monts',
  url: 'https://example.org/clim-monts',
  parent: 'eutopia',
  period: {start: '2024-04', end: null},
};

/** Part of a portfolio without a period and without a URL. */
export const undatedPart: Project = {id: 'clim-dunes', title: 'Clim@Dunes', parent: 'eutopia'};

export const platform: Project = {
  id: 'plateforme',
  title: 'Plateforme du cadre de vie',
  url: 'https://example.org/plateforme',
  family: 'projet',
  period: {start: '2011'},
  datePrecision: 'circa',
};

/** Project without programme and period. */
export const unplaced: Project = {id: 'ailleurs', title: 'Ailleurs'};

export const projects: readonly Project[] = [
  portfolio,
  undatedPart,
  platform,
  part,
  heritage,
  unplaced,
  landscapes,
];

export const mixed: readonly (Programme | Project)[] = [...projects, ...programmes];

/** Returns numbered projects in six generations. */
export const manyProjects = (count: number): readonly (Programme | Project)[] => {
  const starts = [1990, 1994, 2000, 2007, 2014, 2021];
  const generations = ['I', 'II', 'III', 'IV', 'V', 'VI'];
  return [
    ...starts.map((start, i) => ({
      id: `p${i}`,
      title: `Interreg ${generations[i] ?? ''}`,
      generation: generations[i],
      period: {start: String(start), end: String((starts[i + 1] ?? 2028) - 1)},
    })),
    ...Array.from({length: count}, (_, i): Project => {
      const start = (starts[i % 6] ?? 2000) + (i % 5);
      return {
        id: i,
        title: `Projet ${i + 1}`,
        url: `https://example.org/${i}`,
        programme: `p${i % 6}`,
        period: {start: `${start}-03-01`, end: `${start + 3 + (i % 4)}-06-30`},
      };
    }),
  ];
};
