import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {SKINS} from '../../src/styles/tokens.styles.js';

const css = readFileSync(new URL('../../src/styles/tokens.styles.ts', import.meta.url), 'utf8');

type Scheme = 'light' | 'dark';
type Colour = readonly [red: number, green: number, blue: number];

const hex = (text: string): Colour => {
  const digits = text.length === 4 ? text.replace(/[0-9a-f]/gi, '$&$&') : text;
  return [1, 3, 5].map(at => parseInt(digits.slice(at, at + 2), 16)) as unknown as Colour;
};

/** Relative luminance (WCAG 2.2). */
const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = colour.map(value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: Colour, b: Colour): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const mix = (a: Colour, share: number, b: Colour): Colour =>
  a.map((value, at) => value * share + (b[at] ?? 0) * (1 - share)) as unknown as Colour;

/** Returns the value of a custom property in a skin of the style sheet, `plain` in the rule of all. */
function valueOf(name: string, skin: string): string {
  const rules = [...css.matchAll(/^ {2}:host(\(.+\))? \{([^}]*)\}/gm)];
  const ownRules = rules.filter(([, selector]) =>
    skin === 'plain' ? !selector : selector?.includes(`[skin='${skin}']`),
  );
  const value = new RegExp(`${name}:\\s*([^;]+);`).exec(ownRules.map(([, , rule]) => rule).join());
  assert.ok(value?.[1], `${name} in ${skin}`);
  return value[1].replace(/var\((--_\w+-fill)\)/, (_, fill: string) => valueOf(fill, 'plain'));
}

const inScheme = (value: string, scheme: Scheme): string =>
  value.replace(/light-dark\((#\w+),\s*(#\w+)\)/g, scheme === 'light' ? '$1' : '$2');

/** Returns the family text colours of `plain`: mixed with the page's text colour. */
function mixedFamilyColour(name: string, scheme: Scheme, ink: Colour): Colour {
  const value = inScheme(valueOf(`--_${name}`, 'plain'), scheme);
  const parts = /color-mix\(in srgb, (#\w+) (\d+)%, currentColor\)/.exec(value);
  assert.ok(parts?.[1] && parts[2], value);
  return mix(hex(parts[1]), Number(parts[2]) / 100, ink);
}

const FAMILIES = ['acteur', 'theme', 'projet'];
/** Shares of a family's colour under text: hovered rows, selection. */
const TINTS = [0.07, 0.09, 0.1, 0.14, 0.3];
/** Opacity of a bar of a timeline. */
const BAR_OPACITY = 0.9;
const MAX_TINT_UNDER_MUTED = 0.14;
const TEXT_RATIO = 4.5;
const COMPONENT_RATIO = 3;

function assertContrast(least: number, name: string, a: Colour, b: Colour): void {
  const found = contrast(a, b);
  assert.ok(found >= least, `${name}: ${found.toFixed(2)}, and ${least} is asked for`);
}

for (const scheme of ['light', 'dark'] as const) {
  for (const skin of SKINS.filter(skin => skin !== 'plain')) {
    describe(`the skin ${skin}, ${scheme}`, () => {
      const colour = (name: string) => hex(inScheme(valueOf(`--spass-${name}`, skin), scheme));
      const grounds = ['background', 'surface', 'tint'];

      it('A-14 has legible text on each of its backgrounds', () => {
        for (const ground of grounds) {
          for (const text of ['ink', 'muted', 'link', ...FAMILIES]) {
            assertContrast(TEXT_RATIO, `${text} on ${ground}`, colour(text), colour(ground));
          }
        }
      });

      it('A-14 has legible text on bars, selections and cards in each family’s tint', () => {
        for (const family of FAMILIES)
          for (const share of TINTS)
            // Muted text never lies on a darker bar.
            for (const text of share > MAX_TINT_UNDER_MUTED ? ['ink'] : ['ink', 'muted'])
              assertContrast(
                TEXT_RATIO,
                `${text} on ${String(share * 100)} % of ${family}`,
                colour(text),
                mix(colour(family), share, colour('background')),
              );
      });

      it('A-14 has visible borders and a visible focus ring', () => {
        for (const ground of grounds) {
          for (const part of ['edge', 'focus']) {
            assertContrast(COMPONENT_RATIO, `${part} on ${ground}`, colour(part), colour(ground));
          }
        }
      });
    });
  }

  describe(`marks in the colours of families, ${scheme}`, () => {
    const colour = (name: string) => hex(inScheme(valueOf(`--_${name}`, 'plain'), scheme));

    it('A-14 have legible letters', () => {
      for (const family of [...FAMILIES, 'other']) {
        assertContrast(
          TEXT_RATIO,
          `letter on ${family}`,
          colour('on-fill'),
          colour(`${family}-fill`),
        );
      }
    });

    it('A-14 have legible words on the bars of a timeline, which the page shines through', () => {
      for (const ground of scheme === 'light' ? ['#ffffff', '#fbfaf6'] : ['#121212', '#1e1e1e'])
        for (const family of [...FAMILIES, 'other'])
          assertContrast(
            TEXT_RATIO,
            `words on a bar of ${family} on ${ground}`,
            colour('on-fill'),
            mix(colour(`${family}-fill`), BAR_OPACITY, hex(ground)),
          );
    });
  });
}

describe('the skin plain', () => {
  const [white, black] = [hex('#ffffff'), hex('#000000')];
  const pages: readonly [string, Scheme, Colour, Colour][] = [
    ['a white page', 'light', black, white],
    ['a grey page', 'light', hex('#222222'), hex('#f2f2f2')],
    ['a dark page', 'dark', hex('#eeeeee'), hex('#121212')],
    // Many dark pages do not set color-scheme: the widgets then assume a light one.
    ['a black page without color-scheme', 'light', white, black],
  ];
  for (const [page, scheme, ink, paper] of pages) {
    it(`A-14 is legible on ${page}`, () => {
      for (const family of FAMILIES)
        assertContrast(TEXT_RATIO, family, mixedFamilyColour(family, scheme, ink), paper);
      assertContrast(TEXT_RATIO, 'muted', mix(ink, 0.72, paper), paper);
      assertContrast(COMPONENT_RATIO, 'edge', mix(ink, 0.6, paper), paper);
      // The focus ring, the links and the text have the page's own colour.
      const tint = mix(ink, 0.06, paper);
      assertContrast(TEXT_RATIO, 'ink on tint', ink, tint);
      assertContrast(TEXT_RATIO, 'muted on tint', mix(ink, 0.72, tint), tint);
      assertContrast(COMPONENT_RATIO, 'edge on tint', mix(ink, 0.6, tint), tint);
      for (const family of FAMILIES)
        for (const share of TINTS)
          assertContrast(
            TEXT_RATIO,
            `ink on ${String(share * 100)} % of ${family}`,
            ink,
            mix(mixedFamilyColour(family, scheme, ink), share, paper),
          );
    });
  }
});

describe('the contrast function', () => {
  it('A-14 follows WCAG', () => {
    assert.equal(contrast(hex('#ffffff'), hex('#000000')).toFixed(1), '21.0');
    assert.equal(contrast(hex('#777777'), hex('#ffffff')).toFixed(2), '4.48');
  });
});
