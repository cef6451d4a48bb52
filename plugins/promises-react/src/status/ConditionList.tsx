import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiQuestionLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { Text } from '@backstage/ui';
import type { Condition } from '@promissory/plugin-promises-common';
import classes from './ConditionList.module.css';

/** Props of {@link ConditionList}. @public */
export interface ConditionListProps {
  readonly conditions: readonly Condition[];
}

const icons: Record<Condition['status'], RemixiconComponentType> = {
  True: RiCheckboxCircleFill,
  False: RiCloseCircleFill,
  Unknown: RiQuestionLine,
};

/** Kubernetes conditions with their reasons and messages. @public */
export function ConditionList({ conditions }: ConditionListProps) {
  if (conditions.length === 0) {
    return <Text color="secondary">No conditions yet</Text>;
  }
  return (
    <ul className={classes.list} aria-label="Conditions">
      {conditions.map(condition => {
        const Icon = icons[condition.status];
        return (
          <li key={condition.type} className={classes.condition}>
            <Icon
              role="img"
              aria-label={condition.status}
              size={18}
              className={classes[condition.status.toLowerCase()]}
            />
            <div className={classes.words}>
              <Text weight="bold">{condition.type}</Text>{' '}
              <Text color="secondary">{condition.reason}</Text>
              {condition.message && (
                <Text as="p" className={classes.message}>
                  {condition.message}
                </Text>
              )}
            </div>
            {condition.lastTransitionTime && (
              <Text
                as="span"
                variant="body-small"
                color="secondary"
                className={classes.time}
              >
                <time dateTime={condition.lastTransitionTime}>
                  {new Date(condition.lastTransitionTime).toLocaleString()}
                </time>
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}
