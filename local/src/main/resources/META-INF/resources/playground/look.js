// Previews, asked for as long as something moves: the newest question counts, and only one is on its way.

/**
 * @template Q, A
 * @param {(question: Q) => Promise<A>} ask
 * @returns {(question: Q) => Promise<A | null>} null if a newer question came before this one's turn
 */
export function newest(ask) {
  /** @type {{question: any, resolve: (answer: any) => void, reject: (error: any) => void} | null} */
  let waiting = null;
  let flying = false;
  const next = async () => {
    if (flying || !waiting) {
      return;
    }
    const {question, resolve, reject} = waiting;
    waiting = null;
    flying = true;
    try {
      resolve(await ask(question));
    } catch (error) {
      reject(error);
    } finally {
      flying = false;
      next();
    }
  };
  return (question) => new Promise((resolve, reject) => {
    waiting?.resolve(null);
    waiting = {question, resolve, reject};
    next();
  });
}
