const longest = 300

/** When the browser has nothing else to do: what takes long keeps no press waiting. */
export const idle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: longest })
    else setTimeout(resolve)
  })
