import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { ConditionList } from '@promissory/plugin-promises-react';
import { RequestEntities } from '../entity/RequestEntities';
import { Section } from '../layout/Section';
import { TwoColumns } from '../layout/TwoColumns';
import { ChildrenSection } from './children/ChildrenSection';
import { Outputs } from './Outputs';
import { PlacementTable } from './PlacementTable';
import { RequestFacts } from './RequestFacts';
import { Progress } from './progress/Progress';
import { ViolationsSection } from './violations/ViolationsSection';

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
          <ViolationsSection request={request} />
          <ChildrenSection request={request} />
          <Progress request={request} />
          <Section title="Placements">
            <PlacementTable placements={request.placements} isGone={isGone} />
          </Section>
        </>
      }
      side={
        <>
          {!isGone && <Outputs outputs={request.outputs} />}
          <RequestEntities request={request} />
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
