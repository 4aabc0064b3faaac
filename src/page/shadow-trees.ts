/**
 * Finds the open shadow trees of a page. No event tells of one: elements that may have one are asked in slices, when
 * they come in and from time to time, since an element may get its tree long after it came. Knows trees, not text.
 */
import { allIn, shadowRootOf } from './dom.ts';
import { notTooOften, runInSlices } from './slices.ts';

/** Elements between two looks at the clock. */
const ELEMENTS_PER_STEP = 256;
/** Least time between two looks at the whole page, in ms. */
const LOOK_AGAIN_MS = 3000;

/**
 * Elements that may have a shadow tree: all but those of HTML to which none can be attached, the commonest first
 * (DOM standard, "attach a shadow root": custom elements and a few of HTML's own).
 */
const MAY_HOST = `:not(${
  'td,a,li,tr,img,path,i,b,br,script,svg,strong,em,link,meta,option,input,button,ul,th,time,figure,label,iframe,' +
  'source,picture,small,sup,sub,code,pre,g,use,style,table,tbody,thead,tfoot,dt,dd,dl,ol,form,html,head,title,' +
  'noscript,template,hr,figcaption,video,audio,canvas,cite,abbr,u,s,q,mark,select,textarea,col,colgroup,caption,' +
  'fieldset,legend,details,summary,dialog,address,font,center,ins,del,kbd,samp,var,wbr,object,embed,param,track,map,' +
  'area,base,data,datalist,optgroup,output,progress,meter,ruby,rt,rp,bdi,bdo,dfn,menu,hgroup,slot'
})`;

export interface ShadowTrees {
  /** Open roots that were found and still hang in the page. */
  all(): ShadowRoot[];
  /** Looks below a node that came in. */
  lookIn(node: Node): void;
  /** Looks everywhere again, but not too often. */
  lookAgain(): void;
}

/** @param onFound told of each root once */
export function findShadowTrees(
  onFound: (root: ShadowRoot) => void,
  signal: AbortSignal,
): ShadowTrees {
  const roots = new Set<ShadowRoot>();
  const ask = (element: Element): void => {
    const root = shadowRootOf(element);
    if (!root || roots.has(root)) return;
    roots.add(root);
    onFound(root);
    lookIn(root);
  };
  const lookIn = (node: Node): void => {
    if (node instanceof Element) ask(node);
    const elements = allIn(node, MAY_HOST);
    let at = 0;
    runInSlices(() => {
      for (const end = at + ELEMENTS_PER_STEP; at < end; at++) {
        const element = elements[at];
        if (!element) return false;
        ask(element);
      }
      return true;
    }, signal);
  };
  const lookAgain = notTooOften(
    () => {
      for (const root of roots) {
        if (root.isConnected) lookIn(root);
        else roots.delete(root);
      }
      lookIn(document);
    },
    LOOK_AGAIN_MS,
    signal,
  );
  return { all: () => [...roots], lookIn, lookAgain };
}
