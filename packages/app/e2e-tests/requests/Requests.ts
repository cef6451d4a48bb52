import { expect, type APIRequestContext } from '@playwright/test';
import type {
  RequestStateName,
  ResourceRequestDetail,
  RequestVerb,
} from '@promissory/plugin-promises-common';
import type { Portal } from '@promissory/scripts/services/startPortal';
import { apiAs } from '../people/apiAs.ts';
import type { Person } from '../people/people.ts';

/** Requests in the namespace `default`, over HTTP with the rights of a person. */
export class Requests {
  readonly #api: APIRequestContext;

  static async as(portal: Portal, person: Person): Promise<Requests> {
    return new Requests(await apiAs(portal, person));
  }

  private constructor(api: APIRequestContext) {
    this.#api = api;
  }

  /** Orders under a new name; answers the uid. */
  async order(promise: string, name: string, spec: object): Promise<string> {
    const response = await this.put(promise, name, spec, {
      'if-none-match': '*',
    });
    expect(response.status, JSON.stringify(response.body)).toBe(201);
    return response.body.uid;
  }

  /** Whether a Promise takes orders. */
  async canOrder(promise: string): Promise<boolean> {
    const response = await this.#api.get(`promises/${promise}`);
    expect(response.ok(), await response.text()).toBe(true);
    return (await response.json()).orderable;
  }

  async change(promise: string, name: string, spec: object): Promise<void> {
    const response = await this.put(promise, name, spec, { 'if-match': '*' });
    expect(response.status, JSON.stringify(response.body)).toBe(200);
  }

  /** Orders or changes, and answers what came back, whatever it is. */
  async put(
    promise: string,
    name: string,
    spec: object,
    headers: Readonly<Record<string, string>>,
  ) {
    const response = await this.#api.put(
      `promises/${promise}/requests/default/${name}`,
      { data: { spec }, headers },
    );
    return { status: response.status(), body: await response.json() };
  }

  async read(uid: string): Promise<ResourceRequestDetail> {
    const response = await this.#api.get(`requests/${uid}`);
    expect(response.ok(), await response.text()).toBe(true);
    return response.json();
  }

  /** Uid of a child; undefined where the document is none. */
  async childOf(uid: string, name: string): Promise<string | undefined> {
    const { children } = await this.read(uid);
    return children.find(child => child.name === name)?.uid;
  }

  async delete(uid: string): Promise<void> {
    const response = await this.#api.delete(`requests/${uid}`);
    expect(response.status(), await response.text()).toBe(202);
  }

  async act(uid: string, verb: RequestVerb): Promise<void> {
    const response = await this.#api.post(`requests/${uid}/${verb}`);
    expect(response.status(), await response.text()).toBe(202);
  }

  /** Waits until a request has a state, and a reason where one is given; answers the request as it is then. */
  async until(
    uid: string,
    name: RequestStateName,
    reason?: string,
  ): Promise<ResourceRequestDetail> {
    let request: ResourceRequestDetail | undefined;
    await expect
      .poll(
        async () => {
          request = await this.read(uid);
          const { state } = request;
          return reason ? `${state.name} ${state.reason}` : state.name;
        },
        { intervals: [50, 100, 200], message: `state of ${request?.name}` },
      )
      .toBe(reason ? `${name} ${reason}` : name);
    return request!;
  }

  dispose(): Promise<void> {
    return this.#api.dispose();
  }
}
