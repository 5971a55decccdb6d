# Sourced by run.sh: the pipeline on a Slurm of two nodes on this machine, the second with a pretend GPU.
# shellcheck shell=bash disable=SC2154
export SLURM_CONF=$folder/slurm/slurm.conf
check 'Slurm: two nodes' "$here/slurm-up.sh" "$folder/slurm"
trap '"$here/slurm-down.sh" "$folder/slurm"' EXIT
cat >slurm.config <<'CONFIG'
// Jobs of the test are short, and Slurm is asked often. What a site asks of every job stays beside the request for a GPU.
process.clusterOptions = '--comment=of_the_site'
executor {
    pollInterval = '1 sec'
    queueStatInterval = '2 sec'
}
process {
    resourceLimits = [cpus: 2, memory: 3.GB, time: 30.min]
    // Two shares fill a node, so four spread over both.
    withLabel: process_high {
        cpus = 1
        memory = 3.GB
    }
}
CONFIG

# The node that a job of a process ran on, one line a job. Slurm's log of finished jobs names jobs nf-WORKFLOW_PROCESS_(TAG).
nodes() { sed -nE "s/^.*Name=nf-[^ ]*_$1_[^ ]* .*NodeList=(n[12]) .*/\\1/p" "$folder/slurm/log/jobcomp.log" | sort | uniq -c | tr -s ' '; }
check 'Slurm: genome scan in shares' run -profile test_genome,slurm -c slurm.config --outdir slurm-genome
check 'Slurm: the bytes of one process' cmp slurm-genome/hits/chr22.bed.gz one/chr22.bed.gz
check 'Slurm: shares on both nodes' expect "$(nodes SCAN | wc -l)" 2
check 'Slurm: sequences of a user, training on a GPU' run -profile test_sequences,slurm -c slurm.config --gpus 1 --trials 1 --outdir slurm-sequences
check 'Slurm: training on the node with the GPU' expect "$(nodes TRAIN)" ' 1 n2'
check 'Slurm: options of the site beside the request for a GPU' grep -rqE --include=.command.run -- '^#SBATCH --comment=of_the_site --gres=gpu:1$' work
