import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {CspEvaluator} from 'csp_evaluator/dist/evaluator.js';
import {Severity} from 'csp_evaluator/dist/finding.js';
import {CspParser} from 'csp_evaluator/dist/parser.js';
import {
  renderPoliciesPage,
  POLICIES_FILE,
  createPolicy,
  listWidgets,
} from '../../scripts/docs/csp-docs.js';
import {root} from '../../scripts/setup.mjs';

const manifest: unknown = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
const page = readFileSync(POLICIES_FILE, 'utf8');

describe('docs/content-security-policy.md', () => {
  it('S-04 matches the output of scripts/docs/csp-docs.ts', () => {
    assert.equal(page, renderPoliciesPage(manifest));
  });

  it('S-04 has a policy for every standalone tag', () => {
    for (const {noun} of listWidgets(manifest))
      assert.ok(page.includes(`\`<spass-${noun}>\``), noun);
  });

  it('S-04 has no policy in which csp_evaluator finds a hole', () => {
    // Only the site can judge if files of other people are served under 'self'.
    const OF_SELF = /'self' can be problematic/;
    const policies = listWidgets(manifest).flatMap(widget => [
      createPolicy(widget),
      createPolicy(widget, {tiles: 'ign', base: 'https://cdn.exemple.fr/spass-widgets/0.1.0'}),
    ]);
    for (const policy of policies) {
      const findings = new CspEvaluator(new CspParser(policy).csp)
        .evaluate()
        .filter(
          ({severity, description}) => severity !== Severity.NONE && !OF_SELF.test(description),
        );
      // The evaluator flags hosts that may serve JSONP; it cannot know ours.
      const holes = findings.filter(({severity}) => severity < Severity.MEDIUM_MAYBE);
      assert.deepEqual(
        holes.map(({directive, description}) => `${directive}: ${description}`),
        [],
        policy,
      );
      assert.match(policy, /^default-src 'none'; .*require-trusted-types-for 'script'/);
      assert.doesNotMatch(policy, /unsafe-|\*|blob:|strict-dynamic|https:(?!\/\/)/);
    }
  });
});
