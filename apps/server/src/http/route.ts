import type { Permission, User } from '@sluice/schema';
import type { Request, Response } from 'express';
import type { ZodType, z } from 'zod';

/**
 * One route of the API, declared once. The express handler, the checks of role and input and the
 * OpenAPI document are all made from this.
 */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, with parameters in braces: `/flows/{id}`. */
  readonly path: string;
  readonly summary: string;
  /** `public` needs nobody; `session` anybody who is logged in or has a key. */
  readonly access: 'public' | 'session' | Permission;
  readonly params?: ZodType;
  readonly query?: ZodType;
  readonly body?: ZodType;
  /** What it answers, by status: a schema, or a sentence for an answer without a body. */
  readonly answers: Readonly<Record<number, ZodType | string>>;
  handle(call: RouteCall): Promise<Answer>;
}

/** A request that passed the route's checks. */
export interface RouteCall<Params = unknown, Query = unknown, Body = unknown> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Who calls. On a `public` route this throws 401. */
  readonly user: User;
  readonly request: Request;
  readonly response: Response;
}

/** Status, JSON body (absent for none) and headers of an answer. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Declaration<P extends ZodType, Q extends ZodType, B extends ZodType> extends Omit<
  Route,
  'params' | 'query' | 'body' | 'handle'
> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  handle(call: RouteCall<z.output<P>, z.output<Q>, z.output<B>>): Promise<Answer>;
}

/** Declares a route; its work is to infer the types of `handle`'s input from the schemas. */
export function defineRoute<P extends ZodType, Q extends ZodType, B extends ZodType>(
  declaration: Declaration<P, Q, B>,
): Route {
  return declaration as unknown as Route;
}

/** An answer of 200, or of the status given. */
export function answer(body: unknown, status = 200): Answer {
  return { status, body };
}

/** 204: done, and nothing to say. */
export const done: Answer = { status: 204 };
