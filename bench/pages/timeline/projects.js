// Generated projects over forty years, the same at each call, in six programmes.
import {randomFrom} from '../map/points.js';

const FAMILIES = ['acteur', 'theme', 'projet'];

export const PROGRAMMES = ['I', 'II', 'III', 'IV', 'V', 'VI'].map((generation, i) => ({
  id: `interreg-${i + 1}`,
  title: `Interreg ${generation}`,
  generation,
  period: {start: String(1990 + i * 6), end: String(1995 + i * 6)},
}));

export function makeProjects(count) {
  const random = randomFrom(1990);
  const month = () => String(1 + Math.floor(random() * 12)).padStart(2, '0');
  return [...Array(count)].map((_, i) => {
    const programme = Math.floor(random() * PROGRAMMES.length);
    const start = 1990 + programme * 6 + Math.floor(random() * 4);
    const end = start + 1 + Math.floor(random() * 4);
    return {
      id: `p${i}`,
      title: `Projet de territoire ${i}`,
      url: `https://example.org/projets/${i}`,
      family: FAMILIES[Math.floor(random() * 3)],
      programme: PROGRAMMES[programme].id,
      period: {start: `${start}-${month()}-01`, end: `${end}-${month()}-01`},
    };
  });
}
