package reading
import ("testing";"os";"path/filepath";"strings";"fmt")
func TestMiss(t *testing.T){
 r:=theReader(t,nil)
 for _,l:=range labels(t){
  if lang:=os.Getenv("LANGX"); lang!="" && lang!=l.Language {continue}
  f,_:=os.Open(filepath.Join("testdata","labelled",l.File))
  rs,_:=r.Read(t.Context(),l.File,f); f.Close()
  for i:=range l.Statements { w:=&l.Statements[i]; ok:=false; wrong:=""
   for k:=range rs { for j:=range rs[k].Statements { s:=&rs[k].Statements[j]; if same(w,s) { if rightSpeaker(w,s) {ok=true} else {wrong=fmt.Sprintf("%s (%s)",s.Speaker.Resolved,s.Speaker.Surface)} } } }
   if ok {continue}
   ctx:=""
   for k:=range rs { tx:=strings.Join(strings.Fields(rs[k].Text)," "); key:=strings.Join(strings.Fields(w.Text)," "); p:=strings.Index(tx,key[:min(len(key),25)]); if p>=0 { a:=max(0,p-110); b:=min(len(tx),p+len(key)+90); ctx=tx[a:p]+"[["+tx[p:b] } }
   if wrong!="" { fmt.Printf("WRONG %s want %s got %s\n   %s\n",l.File[:5],w.Speaker,wrong,ctx) } else { fmt.Printf("NONE %s want %s %s\n   %s\n",l.File[:5],w.Speaker,w.Verb,ctx) }
  }
 }
}
