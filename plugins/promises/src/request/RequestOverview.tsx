import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { ConditionList } from '@promissory/plugin-promises-react';
import { Section } from '../layout/Section';
import { TwoColumns } from '../layout/TwoColumns';
import { ChildList } from './ChildList';
import { Outputs } from './Outputs';
import { PlacementTable } from './PlacementTable';
import { RequestFacts } from './RequestFacts';
import { Progress } from './progress/Progress';

/** What happened, what came of it, and the facts beside it. */
export function RequestOverview(props: {
  readonly request: ResourceRequestDetail;
}) {
  const { request } = props;
  const isGone = request.state.name === 'Deleted';
  return (
    <TwoColumns
      main={
        <>
          <Progress request={request} />
          <Section title="Placements">
            <PlacementTable placements={request.placements} isGone={isGone} />
          </Section>
          {request.children.length > 0 && (
            <Section title="Requests that it made">
              <ChildList children={request.children} />
            </Section>
          )}
        </>
      }
      side={
        <>
          {!isGone && <Outputs outputs={request.outputs} />}
          <Section title="Facts">
            <RequestFacts request={request} />
          </Section>
          <Section title="Conditions">
            <ConditionList conditions={request.conditions} />
          </Section>
        </>
      }
    />
  );
}
