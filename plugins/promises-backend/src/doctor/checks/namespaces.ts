import type { DoctorResult } from '@promissory/plugin-promises-common';
import { matchesPattern } from '@promissory/plugin-promises-node';
import type { NamespaceRule } from '../../config/PromisesConfig';
import { configRemedy } from '../configRemedy';
import { counted } from '../counted';
import type { Check } from '../types';

const DEFAULT_RULES: readonly NamespaceRule[] = [{ pattern: 'default' }];

/** @param missing - groups that the catalog does not have */
export function judgeNamespaces(
  rules: readonly NamespaceRule[],
  missing: ReadonlySet<string>,
): DoctorResult[] {
  if (rules.length === 0) {
    return [
      {
        status: 'error',
        subject: 'promises.namespaces',
        message: 'There is no namespace, so nobody can order.',
        remedy: remedy('Name one.', DEFAULT_RULES),
      },
    ];
  }
  const results = rules.flatMap((rule, index) => [
    ...judgeGroups(rule, index, rules, missing),
    ...judgeOrder(rule, index, rules),
  ]);
  return results.length > 0
    ? results
    : [
        {
          status: 'ok',
          message: `The catalog has all groups of ${counted(
            rules.length,
            'rule',
          )} on who may own requests where.`,
        },
      ];
}

function judgeGroups(
  rule: NamespaceRule,
  index: number,
  rules: readonly NamespaceRule[],
  missing: ReadonlySet<string>,
): DoctorResult[] {
  const { pattern, groups } = rule;
  if (!groups) return [];
  const gone = groups.filter(group => missing.has(group));
  const left = groups.filter(group => !missing.has(group));
  if (left.length > 0 && gone.length === 0) return [];
  return [
    {
      status: left.length > 0 ? 'warning' : 'error',
      subject: `promises.namespaces[${index}]`,
      message:
        groups.length === 0
          ? `Nobody can order in ${pattern}: its list of groups is empty.`
          : `${
              left.length > 0
                ? `Not all groups of ${pattern} are`
                : `Nobody can order in ${pattern}: none of its groups is`
            } in the catalog: ${gone.join(', ')}.`,
      remedy: remedy(
        'Correct the name of the group, or register the group in the catalog.',
        rules.with(index, {
          pattern,
          groups: left.length > 0 ? left : ['group:default/<group>'],
        }),
      ),
    },
  ];
}

function judgeOrder(
  rule: NamespaceRule,
  index: number,
  rules: readonly NamespaceRule[],
): DoctorResult[] {
  const covering = rules.findIndex(
    (each, at) => at < index && matchesPattern(each.pattern, rule.pattern),
  );
  if (covering < 0) return [];
  const others = rules.toSpliced(index, 1);
  return [
    {
      status: 'warning',
      subject: `promises.namespaces[${index}]`,
      message: `The rule for ${rule.pattern} is never asked: ${rules[covering].pattern} stands before it and decides on the same namespaces.`,
      remedy: remedy(
        'Put the narrower rule first.',
        others.toSpliced(covering, 0, rule),
      ),
    },
  ];
}

function remedy(text: string, rules: readonly NamespaceRule[]) {
  return configRemedy(text, {
    promises: { namespaces: rules.map(rule => ({ ...rule })) },
  });
}

export const namespacesCheck: Check = {
  id: 'namespaces',
  area: 'promises',
  title: 'Namespaces and their owners',
  async run({ config, catalog }) {
    const rules = config.namespaces;
    const groups = [...new Set(rules.flatMap(each => each.groups ?? []))];
    return judgeNamespaces(
      rules,
      groups.length > 0 ? await catalog.missing(groups) : new Set(),
    );
  },
};
