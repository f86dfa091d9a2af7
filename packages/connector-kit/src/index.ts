export * from './define.ts';
export * from './field.ts';
export * from './http.ts';
export * from './icon.ts';
export * from './manifest-of.ts';
export * from './step.ts';
export * from './step-error.ts';
export * from './trigger.ts';
