import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {withoutIndentation} from '../../scripts/build/compact-modules.mjs';
import StyleProperties from '../../scripts/build/style-properties.mjs';

describe('the modules of the package', () => {
  it('have no indentation, except in texts', () => {
    const template = '${[1].map(() => {\n      return `  a\n    b`;\n    })}';
    assert.equal(
      withoutIndentation(
        `{\n  const text = \`x\n    y\`;\n  html\`\n    <p>${template}</p>\`;\n}\n`,
      ),
      '{\nconst text = `x\n    y`;\nhtml`\n<p>${[1].map(() => {\nreturn `  a\n    b`;\n})}</p>`;\n}\n',
    );
  });
});

describe('the style attribute of a page without a browser', () => {
  it('keeps properties, also with semicolons and colons in their values', () => {
    const css =
      'background: url(data:image/png;base64,AA==) no-repeat; --n: 3; color: red !important;';
    const style = new StyleProperties({cssText: css});
    assert.equal(style.toString(), css);
    assert.deepEqual(style.get('--n'), {value: '3', important: false});
    style.remove('background');
    style.set('--n', '4', false);
    assert.equal(style.clone().toString(), '--n: 4; color: red !important;');
    assert.equal(style.item(1), 'color');
    assert.equal(style.item(2), '');
  });

  it('survives nonsense', () => {
    for (const cssText of ['', ';;', ':', 'a', 'a:', '{}', '"', 'a: "b'])
      assert.equal(new StyleProperties({cssText}).size(), 0, cssText);
  });
});
