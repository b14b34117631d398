import { AwsError } from '@atlas-engine/aws-wire';
import type { Collection, StateStore } from '@atlas-engine/simulation';
import * as z from 'zod';
import { type ApiPart, apiParts, type Definition, shapes } from './definitions.ts';

type Collections = { readonly [K in ApiPart]: Collection<Definition<K>> };

/** A route with what it leads to. */
export interface DeployedRoute {
  readonly key: string;
  readonly integration: Definition<'Integration'>;
  readonly scopes: readonly string[];
  /** Absent on a route that anyone may call. */
  readonly authorizer?: Definition<'Authorizer'>;
}

/** An API as callers meet it. */
export interface DeployedApi {
  readonly id: string;
  readonly api: Definition<'Api'>;
  readonly stage: Definition<'Stage'>;
  readonly routes: readonly DeployedRoute[];
}

/** The APIs of the account, part by part, as templates define them. */
export interface ApiDirectory {
  /** @throws AwsError BadRequestException naming what is wrong with the properties */
  readonly put: (part: ApiPart, id: string, properties: unknown) => void;
  readonly remove: (part: ApiPart, id: string) => void;
  /** Undefined when there is no such API, it has no stage, or its own address is turned off. */
  deployed(apiId: string): DeployedApi | undefined;
}

const badRequest = (message: string): AwsError => new AwsError('BadRequestException', message);

function open(store: StateStore): Collections {
  const collections = apiParts.map((part) => [part, store.collection(`apigateway/${part.toLowerCase()}`)]);
  return Object.fromEntries(collections) as Collections;
}

export function createApiDirectory(store: StateStore): ApiDirectory {
  const kept = open(store);

  const routeOf = (route: Definition<'Route'>): DeployedRoute[] => {
    const integration = kept.Integration.get(route.Target.replace('integrations/', ''));
    const authorizer = kept.Authorizer.get(route.AuthorizerId ?? '');
    // Between two changes of a deployment a part may be gone: its route is then not there.
    if (integration === undefined || (route.AuthorizationType === 'JWT' && authorizer === undefined))
      return [];
    const { RouteKey: key, AuthorizationScopes: scopes } = route;
    return [
      { key, integration, scopes, ...(route.AuthorizationType === 'JWT' && authorizer && { authorizer }) },
    ];
  };
  const check = (part: ApiPart, id: string, definition: Definition<ApiPart>): void => {
    const ApiId = 'ApiId' in definition ? definition.ApiId : undefined;
    const RouteKey = 'RouteKey' in definition ? definition.RouteKey : undefined;
    if (ApiId !== undefined && !kept.Api.has(ApiId))
      throw badRequest(`Invalid API identifier specified ${ApiId}`);
    const twin = [...kept.Route.entries()].find(
      ([other, route]) => other !== id && route.ApiId === ApiId && route.RouteKey === RouteKey,
    );
    if (part === 'Route' && twin !== undefined)
      throw new AwsError(
        'ConflictException',
        `Route with key ${String(RouteKey)} already exists for this API`,
      );
  };

  return {
    put(part, id, properties) {
      const parsed = shapes[part].safeParse(properties);
      if (!parsed.success) throw badRequest(`${part}: ${z.prettifyError(parsed.error)}`);
      check(part, id, parsed.data);
      const collection = kept[part] as Collection<unknown>;
      collection.set(id, parsed.data);
    },
    remove: (part, id) => void kept[part].delete(id),
    deployed(id) {
      const api = kept.Api.get(id);
      const stage = [...kept.Stage.values()].find(({ ApiId }) => ApiId === id);
      if (api === undefined || stage === undefined || api.DisableExecuteApiEndpoint === true)
        return undefined;
      const routes = [...kept.Route.values()].filter(({ ApiId }) => ApiId === id).flatMap(routeOf);
      return { id, api, stage, routes };
    },
  };
}
