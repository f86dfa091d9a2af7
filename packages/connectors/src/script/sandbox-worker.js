import { parentPort } from 'node:worker_threads';
import {
  RELEASE_SYNC,
  Scope,
  newQuickJSWASMModule,
  shouldInterruptAfterDeadline,
} from 'quickjs-emscripten';
/**
 * A thread of its own, in JavaScript so that Node starts it without a build as well as with one.
 *
 * @import { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from 'quickjs-emscripten'
 * @import { ScriptEnd, ScriptTask } from './sandbox.ts'
 */

const MEMORY_LIMIT = 32 * 1024 * 1024;
const STACK_LIMIT = 256 * 1024;
const LONGEST_RESULT = 1_000_000;
const MOST_LINES = 200;
const LONGEST_LINE = 2000;
const FILE = 'script.js';

/**
 * Runs inside QuickJS before the script, and keeps what is needed afterwards out of its reach: a
 * script may replace every function it can name. `describe` never throws.
 */
const prelude = `(() => {
  const { parse, stringify } = JSON;
  const text = String;
  const show = (value) => {
    if (typeof value === 'string') return value;
    try { return stringify(value) ?? text(value); } catch { return text(value); }
  };
  const withLog = (log) => {
    const line = (...values) => {
      let all = '';
      for (let i = 0; i < values.length; i += 1) all += (i > 0 ? ' ' : '') + show(values[i]);
      log(all);
    };
    globalThis.console = { log: line, info: line, warn: line, error: line, debug: line };
  };
  const describe = (error) => {
    try {
      const isError = error instanceof Error;
      return stringify({
        message: text(isError ? error.name + ': ' + error.message : show(error)),
        stack: isError ? text(error.stack) : '',
      });
    } catch { return '{"message":"Something was thrown that cannot be read.","stack":""}'; }
  };
  return { parse, withLog, describe, write: (value) => stringify(value) ?? 'null' };
})()`;

const quickJs = await newQuickJSWASMModule(RELEASE_SYNC);

parentPort?.on('message', (/** @type {ScriptTask} */ task) => {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(runTask(quickJs, task));
});

/**
 * Runs one script in a runtime of its own. Throws only when the engine itself broke.
 *
 * @param {QuickJSWASMModule} engine
 * @param {ScriptTask} task
 * @returns {ScriptEnd}
 */
function runTask(engine, { code, inputs, timeLimitMs }) {
  return Scope.withScope((scope) => {
    const runtime = scope.manage(engine.newRuntime());
    runtime.setMemoryLimit(MEMORY_LIMIT);
    runtime.setMaxStackSize(STACK_LIMIT);
    const vm = scope.manage(runtime.newContext());
    /** @type {string[]} */
    const log = [];
    const tools = scope.manage(vm.unwrapResult(vm.evalCode(prelude, 'prelude.js')));
    const tool = (/** @type {string} */ name) => scope.manage(vm.getProp(tools, name));
    const addLine = vm.newFunction('log', (line) => {
      if (log.length < MOST_LINES) log.push(vm.getString(line).slice(0, LONGEST_LINE));
    });
    vm.unwrapResult(
      vm.callFunction(tool('withLog'), vm.undefined, scope.manage(addLine)),
    ).dispose();

    const deadline = Date.now() + timeLimitMs;
    runtime.setInterruptHandler(shouldInterruptAfterDeadline(deadline));
    /** @type {(error: QuickJSHandle) => ScriptEnd} */
    const failed = (error) => {
      if (Date.now() >= deadline) return { ok: false, message: tooLong(timeLimitMs), log };
      return { ok: false, ...describe(vm, tool('describe'), error), log };
    };

    const given = vm.callFunction(tool('parse'), vm.undefined, scope.manage(vm.newString(inputs)));
    if (given.error) return failed(scope.manage(given.error));
    const values = scope.manage(given.value);
    // A line of its own for what comes before, so that the script's lines are one too high.
    const body = vm.evalCode(`(async (inputs) => {\n${code}\n})`, FILE);
    if (body.error) return failed(scope.manage(body.error));
    const started = vm.callFunction(scope.manage(body.value), vm.undefined, values);
    if (started.error) return failed(scope.manage(started.error));
    const promise = scope.manage(started.value);
    const jobs = runtime.executePendingJobs();
    if (jobs.error) return failed(scope.manage(jobs.error));

    const state = vm.getPromiseState(promise);
    if (state.type === 'fulfilled' && state.notAPromise) {
      return { ok: false, message: 'It closes a brace that it did not open.', log };
    }
    if (state.type === 'rejected') return failed(scope.manage(state.error));
    if (state.type === 'pending') {
      if (Date.now() >= deadline) return { ok: false, message: tooLong(timeLimitMs), log };
      return { ok: false, message: 'It waits for a promise that nothing will ever settle.', log };
    }
    const written = vm.callFunction(tool('write'), vm.undefined, scope.manage(state.value));
    if (written.error) return failed(scope.manage(written.error));
    const result = scope.manage(written.value);
    const length = vm.getNumber(scope.manage(vm.getProp(result, 'length')));
    if (length > LONGEST_RESULT) {
      const message = `What it returns has ${length} characters as JSON; ${LONGEST_RESULT} is the limit.`;
      return { ok: false, message, log };
    }
    return { ok: true, result: vm.getString(result), log };
  });
}

/** @param {number} timeLimitMs */
function tooLong(timeLimitMs) {
  return `It ran longer than ${timeLimitMs / 1000} s and was ended.`;
}

/**
 * What was thrown, and in which line of the script, where that is known.
 *
 * @param {QuickJSContext} vm
 * @param {QuickJSHandle} describer
 * @param {QuickJSHandle} error
 * @returns {{ readonly message: string, readonly line?: number }}
 */
function describe(vm, describer, error) {
  const described = vm.callFunction(describer, vm.undefined, error);
  if (described.error) {
    described.error.dispose();
    return { message: 'It ran out of memory or of stack.' };
  }
  const text = described.value.consume((handle) => vm.getString(handle));
  /** @type {{ message: string, stack: string }} */
  const { message, stack } = JSON.parse(text);
  const found = /script\.js:(\d+)/.exec(stack)?.[1];
  const line = found === undefined ? undefined : Number(found) - 1;
  return { message: message.slice(0, LONGEST_LINE), ...(line !== undefined && { line }) };
}
