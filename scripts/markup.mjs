// Whether markup is valid HTML, by html-validate: for tests of elements and of pages.
import {HtmlValidate} from 'html-validate';

const checker = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  elements: ['html5'],
  rules: {'no-missing-references': 'error'},
});

/** What is wrong with a page, in a line each: the rule, what it says, where. */
export const markupFaults = async html => {
  const {results} = await checker.validateString(html);
  return results.flatMap(({messages}) =>
    messages.map(
      ({ruleId, message, selector, line, column}) =>
        `${ruleId}: ${message} (${selector ?? `${line}:${column}`})`,
    ),
  );
};
