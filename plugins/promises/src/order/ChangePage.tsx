import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { Alert, Button, ButtonLink } from '@backstage/ui';
import type {
  PromiseDetail,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import { usePromise, useRequest } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { PromiseIcon } from '../icons/PromiseIcon';
import { Crumbs } from '../layout/Crumbs';
import { PageBody } from '../layout/PageBody';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { useQuery } from '../navigation/useQuery';
import { whyNot } from '../request/actionRules';
import { BelongsTo } from '../request/relatives/BelongsTo';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { YamlDiff } from '../yaml/YamlDiff';
import { changeOf } from './OrderDraft';
import { OrderSteps } from './OrderSteps';

/** The form that changes a request. */
export function ChangePage() {
  const { uid = '' } = useParams();
  const links = usePromisesLinks();
  const request = useRequest(uid);
  const name = request.data?.name ?? 'Request';
  return (
    <Crumbs
      entries={[
        { label: 'Requests', href: links.requests },
        { label: name, href: links.request(uid) },
        { label: 'Change', href: links.change(uid) },
      ]}
    >
      <PageBody label={`Change ${name}`}>
        <LoadedView
          loaded={request}
          what="the request"
          shape="form"
          notFoundAction={
            <ButtonLink href={links.requests} variant="secondary">
              To the requests
            </ButtonLink>
          }
        >
          {data => <ChangeOf request={data} onStale={request.reload} />}
        </LoadedView>
      </PageBody>
    </Crumbs>
  );
}

function ChangeOf(props: {
  readonly request: ResourceRequestDetail;
  readonly onStale: () => void;
}) {
  const { request, onStale } = props;
  const links = usePromisesLinks();
  const promise = usePromise(request.promise.name);
  const refusal = whyNot('update', request);
  return (
    <>
      <PageHeading
        icon={<PromiseIcon icon={request.promise.icon} />}
        title={`Change ${request.name}`}
        subtitle={`${request.promise.title} in the namespace ${request.namespace}`}
      />
      {refusal ? (
        <>
          <Alert status="warning" icon title={refusal} />
          <BelongsTo request={request} />
          <div>
            <ButtonLink href={links.request(request.uid)} variant="secondary">
              Back to the request
            </ButtonLink>
          </div>
        </>
      ) : (
        <LoadedView
          loaded={promise}
          what={`the Promise ${request.promise.name}`}
          shape="form"
        >
          {data => (
            <Change promise={data} request={request} onStale={onStale} />
          )}
        </LoadedView>
      )}
    </>
  );
}

function Change(props: {
  readonly promise: PromiseDetail;
  readonly request: ResourceRequestDetail;
  readonly onStale: () => void;
}) {
  const { promise, request, onStale } = props;
  const links = usePromisesLinks();
  const navigate = useNavigate();
  const query = useQuery();
  /** What the person began from: stays while the request moves on. */
  const [base, setBase] = useState(request);
  const isOvertaken = request.generation !== base.generation;
  const initial = useMemo(() => changeOf(base), [base]);
  return (
    <>
      {isOvertaken && (
        <Section
          title="It was changed by somebody else"
          aside={
            <Button size="small" onPress={() => setBase(request)}>
              Go on from the new version
            </Button>
          }
        >
          <p>
            Your input is kept. This is what changed since you began; go on from
            the new version, then review what you send.
          </p>
          <YamlDiff
            label="What somebody else changed"
            before={base.spec}
            after={request.spec}
          />
        </Section>
      )}
      <OrderSteps
        promise={promise}
        draftKey={request.uid}
        initial={initial}
        current={isOvertaken ? base : request}
        field={query.one('field')}
        onOvertaken={onStale}
        onSent={() => navigate(links.request(request.uid))}
      />
    </>
  );
}
